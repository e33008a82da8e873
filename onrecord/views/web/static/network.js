"use strict";
// The network as a drawing. The table on the page has all of it, so that nothing is lost without this.
const MANY = 150;
const AGAINST = new Set([
  "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
  "criticize", "demand", "threaten",
]);
const SHAPES = { person: "ellipse", state: "round-rectangle", place: "round-rectangle" };
const graph = document.querySelector(".graph");

function colour(name) {
  const probe = document.createElement("span");
  probe.className = `probe-${name}`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

// One line between two actors for all that they do for, and one for all that they do against each other.
function elements(relations) {
  const nodes = new Map();
  const edges = new Map();
  for (const each of relations) {
    for (const side of ["source", "target"]) {
      const id = each[side];
      const node = nodes.get(id) ?? { id, name: each[`${side}_name`], kind: each[`${side}_kind`], weight: 0 };
      node.weight += each.number;
      nodes.set(id, node);
    }
    const against = AGAINST.has(each.kind);
    const [a, b] = each.directed ? [each.source, each.target] : [each.source, each.target].sort();
    const id = `${a} ${b} ${against} ${each.directed}`;
    const edge = edges.get(id) ?? { id, source: a, target: b, against, directed: each.directed, weight: 0 };
    edge.weight += each.number;
    edges.set(id, edge);
  }
  // From a ring in the order of their weight, so that the same network is always drawn the same.
  const ring = [...nodes.values()].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const placed = ring.map((data, place) => {
    const turn = (2 * Math.PI * place) / ring.length;
    return { data, position: { x: 300 * Math.cos(turn), y: 300 * Math.sin(turn) } };
  });
  return [...placed, ...[...edges.values()].map((data) => ({ data }))];
}

function style() {
  const [ink, soft, paper, blue, rust] = ["ink", "soft", "paper", "blue", "rust"].map(colour);
  const size = (node) => 14 + 5 * Math.sqrt(node.data("weight"));
  return [
    {
      selector: "node",
      style: {
        label: "data(name)", width: size, height: size, shape: (node) => SHAPES[node.data("kind")] ?? "diamond",
        "background-color": paper, "border-color": ink, "border-width": 1.5, color: ink, "font-size": 12,
        "text-valign": "bottom", "text-margin-y": 3, "text-outline-color": paper, "text-outline-width": 2,
        "text-max-width": 120, "text-wrap": "ellipsis", "min-zoomed-font-size": 8,
      },
    },
    {
      selector: "edge",
      style: {
        width: (edge) => 1 + Math.sqrt(edge.data("weight")), "line-color": blue, "curve-style": "bezier",
        "target-arrow-color": blue, "target-arrow-shape": (edge) => (edge.data("directed") ? "triangle" : "none"),
        opacity: 0.75,
      },
    },
    { selector: "edge[?against]", style: { "line-color": rust, "target-arrow-color": rust, "line-style": "dashed" } },
    { selector: ".faint", style: { opacity: 0.12 } },
    { selector: "node:selected", style: { "border-color": blue, "border-width": 4 } },
    { selector: ":active", style: { "overlay-color": soft, "overlay-opacity": 0.15 } },
  ];
}

function layout(number) {
  const steps = number > MANY ? 300 : 1500;
  return { name: "cose", animate: false, randomize: false, nodeRepulsion: () => 900000, idealEdgeLength: () => 130,
        nodeOverlap: 60, componentSpacing: 90, gravity: 0.4, numIter: steps, padding: 30 };
}

async function show() {
  const relations = await (await fetch(graph.dataset.from)).json();
  if (!relations.length) return;
  graph.closest("figure").hidden = false;
  const made = elements(relations);
  const nodes = made.filter((each) => each.data.name !== undefined).length;
  const drawn = cytoscape({
    container: graph, elements: made, style: style(), layout: layout(nodes), maxZoom: 4,
    minZoom: 0.1,
  });
  drawn.on("mouseover", "node", (event) => drawn.elements().difference(event.target.closedNeighborhood()).addClass("faint"));
  drawn.on("mouseout", "node", () => drawn.elements().removeClass("faint"));
  drawn.on("tap", "node", (event) => location.assign(`/actors/${encodeURIComponent(event.target.id())}`));
  drawn.on("tap", "edge", (event) => {
    const to = new URL(graph.dataset.timeline, location.href);
    to.searchParams.set("actor", event.target.data("source"));
    to.searchParams.set("other", event.target.data("target"));
    location.assign(to);
  });
  const night = matchMedia("(prefers-color-scheme: dark)");
  night.addEventListener("change", () => drawn.style(style()));
  document.addEventListener("onrecord-theme", () => drawn.style(style()));
  graph.dataset.nodes = nodes;
}

show();
