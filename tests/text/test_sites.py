import pytest

from papergarden.text.sites import kind_of, same_address, with_real_host

KINDS = {
    "https://github.com/ada/garden": "code",
    "https://www.gitlab.com/ada/garden": "code",
    "https://huggingface.co/datasets/ada/garden": "data",
    "https://huggingface.co/collections/ada/garden": "project",
    "https://zenodo.org/records/1": "data",
    "https://www.kaggle.com/code/ada/garden": "code",
    "https://www.kaggle.com/datasets/ada/garden": "data",
    "https://youtu.be/x": "video",
    "https://ada.github.io/garden/": "project",
    "https://arxiv.org/pdf/2406.09415": "pdf",
    "https://a.example/paper.PDF": "pdf",
    "https://github.com/ada/garden/blob/main/paper.pdf": "pdf",
    "https://a.example/garden": "page",
    "https://github.com.evil.example/ada": "page",
}


@pytest.mark.parametrize(("url", "kind"), KINDS.items())
def test_the_site_tells_what_is_behind_an_address(url: str, kind: str) -> None:
    assert kind_of(url) == kind


def test_the_words_before_tell_where_the_site_does_not() -> None:
    assert kind_of("https://a.example/x", "Code is available at ") == "code"
    assert kind_of("https://a.example/x", "We release code. The dataset is at ") == "data"
    assert kind_of("https://a.example/x", "We release our code and data at ") == "code"
    assert kind_of("https://github.com/x/y", "The dataset is at ") == "code"


def test_one_page_has_one_address() -> None:
    assert same_address("http://www.GitHub.com/Ada/Garden.git") == same_address(
        "https://github.com/ada/garden/"
    )
    assert same_address("https://a.example/A") != same_address("https://a.example/a")


def test_a_relay_gives_way_to_the_site() -> None:
    assert with_real_host("http://github.me.workers.dev/a?b=c") == "https://github.com/a?b=c"
    assert with_real_host("https://a.example/b") == "https://a.example/b"
