import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergarden.text.urls import find_urls, host, real_host

FOUND = {
    "Code: https://github.com/ada/garden.": ["https://github.com/ada/garden"],
    "(see https://a.example/x_(y)).": ["https://a.example/x_(y)"],
    "at github.com/ada/garden, or ada.github.io!": ["https://github.com/ada/garden", "https://ada.github.io"],
    "http://a.example/?q=1&r=2; www.b.example/c": ["http://a.example/?q=1&r=2", "https://www.b.example/c"],
    "“https://a.example/b”": ["https://a.example/b"],
    "HTTPS://A.example/B": ["HTTPS://A.example/B"],
    "[text](https://a.example/b)": ["https://a.example/b"],
    "javascript:alert(1) data:text/html,x ftp://a.example/b": [],
    "mail ada@github.com/x, path/github.com/x, http:// and https://x": [],
    "https://[bad and http://a b": [],
}
HOSTS = {
    "huggingface.someone.workers.dev": "huggingface.co",
    "GitHub.account-1.workers.dev": "github.com",
    "arxiv-org.ezproxy.library.example.edu": "arxiv.org",
    "hf-mirror.com": "huggingface.co",
    "huggingface.workers.dev": "huggingface.workers.dev",
    "myapp.someone.workers.dev": "myapp.someone.workers.dev",
    "github.example.com": "github.example.com",
    "ada.github.io": "ada.github.io",
    "github.com": "github.com",
}


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_addresses_are_found_without_the_sentence(text: str, expected: list[str]) -> None:
    assert [url for _, _, url in find_urls(text)] == expected


@pytest.mark.parametrize(("printed", "expected"), HOSTS.items())
def test_relays_stand_for_the_site_they_name(printed: str, expected: str) -> None:
    assert real_host(printed) == expected.lower()


def test_the_host_is_what_a_browser_would_open() -> None:
    assert host("https://github.com@evil.example/x") == "evil.example"
    assert host("javascript://github.com/%0aalert(1)") == ""


@given(st.text(max_size=80))
def test_any_text_can_be_searched(text: str) -> None:
    for start, end, url in find_urls(text):
        assert url.endswith(text[start:end])
        assert host(url)
