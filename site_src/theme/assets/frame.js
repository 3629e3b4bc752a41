// What is settled before anything is painted: the scheme of colours, so that no wrong one flashes up. And the few
// habits of the frame: the switch between schemes, the drawer by keyboard, what a link within the page opens.

(() => {
  const root = document.documentElement;
  const key = `${new URL("..", document.currentScript.src).pathname}scheme`;
  const night = matchMedia("(prefers-color-scheme: dark)");
  const NAMES = { "": "Colours: as the system", light: "Colours: light", dark: "Colours: dark" };
  const order = Object.keys(NAMES);
  let chosen = stored();

  /** The reader's choice, "" for as the system; a browser that keeps nothing has none. */
  function stored() {
    try {
      const found = localStorage.getItem(key);
      return found in NAMES ? found : "";
    } catch {
      return "";
    }
  }

  function paint() {
    root.dataset.mdColorScheme = (chosen ? chosen === "dark" : night.matches) ? "slate" : "default";
    root.dataset.scheme = chosen || "system";
    const button = document.querySelector(".pg-scheme");
    if (button) button.title = button.ariaLabel = NAMES[chosen];
  }

  function next() {
    chosen = order[(order.indexOf(chosen) + 1) % order.length];
    try {
      localStorage.setItem(key, chosen);
    } catch {
      // The choice holds for this page.
    }
    paint();
  }

  /** A link to a place inside something folded opens it. */
  function unfold() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }

  /** The label that opens the drawer without a script becomes a button, which the keyboard reaches. */
  function mount() {
    const drawer = document.getElementById("__drawer");
    const label = document.querySelector(".pg-menu");
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.ariaLabel = label.ariaLabel;
    button.ariaExpanded = "false";
    button.addEventListener("click", () => drawer.click());
    label.replaceWith(button);
    drawer.addEventListener("change", () => {
      button.ariaExpanded = String(drawer.checked);
      if (drawer.checked) document.querySelector(".pg-nav a").focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.click();
      button.focus();
    });
  }

  function start() {
    mount();
    for (const wide of document.querySelectorAll("pre > code, .md-typeset table")) {
      if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0; // so that the keyboard can scroll it
    }
    document.querySelector(".pg-scheme").addEventListener("click", next);
    paint();
    unfold();
  }

  root.classList.replace("no-js", "js");
  paint();
  night.addEventListener("change", paint);
  addEventListener("storage", (event) => {
    if (event.key !== key) return;
    chosen = stored();
    paint();
  });
  addEventListener("hashchange", unfold);
  document.addEventListener("DOMContentLoaded", start);
})();
