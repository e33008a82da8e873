"use strict";
// Every page is whole without this: it remembers the reader's theme, and lights the words that an address points at.
const YEAR_S = 365 * 24 * 3600;
const themes = document.querySelector(".themes");

for (const button of themes.querySelectorAll("button")) {
  button.addEventListener("click", () => {
    const theme = button.dataset.themeTo;
    document.cookie = `onrecord-theme=${theme}; path=/; max-age=${theme ? YEAR_S : 0}; samesite=strict`;
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    document.dispatchEvent(new Event("onrecord-theme"));
  });
}
themes.hidden = false;

function light() {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.dataset.at) return;
  for (const part of document.querySelectorAll(`.article [data-s~="${CSS.escape(target.dataset.at)}"]`)) {
    part.classList.add("lit");
  }
}

window.addEventListener("hashchange", light);
light();

// On a narrow page the choices are folded until they are asked for.
const choices = document.querySelector(".choices");
if (choices && matchMedia("(max-width: 60rem)").matches) choices.open = false;

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.matches("input, select, textarea")) return;
  event.preventDefault();
  document.querySelector(".searchbox input[type=search]").focus();
});
