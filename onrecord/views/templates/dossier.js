"use strict";
// The page is whole without this: it filters the statements, and lights all fragments of the one that was asked for.
const form = document.querySelector(".filters"); // none in a short dossier
const entries = [...document.querySelectorAll(".entry")];
const texts = new Map(entries.map((entry) => [entry, entry.textContent.toLowerCase()]));
const shown = form?.querySelector("output");

function filter() {
  const wanted = Object.fromEntries(new FormData(form));
  const words = wanted.text.toLowerCase().split(/\s+/).filter(Boolean);
  const facets = ["speaker", "sourcing", "act", "form", "outlet"].filter((facet) => wanted[facet]);
  let number = 0;
  for (const entry of entries) {
    const fits = facets.every((facet) => entry.dataset[facet] === wanted[facet]);
    entry.hidden = !(fits && words.every((word) => texts.get(entry).includes(word)));
    number += !entry.hidden;
  }
  for (const group of document.querySelectorAll(".group")) {
    group.hidden = !group.querySelector(".entry:not([hidden])");
  }
  shown.value = number === entries.length ? `${number} statements` : `${number} of ${entries.length} statements`;
}

function light() {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.hidden) {
    form.reset();
    filter();
    target.scrollIntoView();
  }
  if (target.dataset.at) {
    for (const part of document.querySelectorAll(`.article [data-s~="${CSS.escape(target.dataset.at)}"]`)) {
      part.classList.add("lit");
    }
  }
}

window.addEventListener("hashchange", light);
if (form) {
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
}
light();
