// The reading view: a marker or a source that is pressed highlights its words.
//
// Runs once, with `element` (the reading view's root) and `server.open_article`
// given. Words are found by article and by code-point offsets into its text,
// which the page shows to the letter; nothing is ever searched for.

const place = element.querySelector(".article-place");
const reading = element.querySelector(".reading");
const choice = element.querySelector("#article-choice");
const pointed = element.querySelector(".pointed");
const pointedAt = element.querySelector(".pointed-at");
const announcer = element.querySelector(".announcer");

let pressed = null; // {turn, marker} of the marker whose words are highlighted
let opening = 0; // counts openings of articles, so that the latest request wins
let announced = ""; // the reply that was read out last

let followed = null; // the articles that the choice offers, as the list gave them

const GONE = "The server does not answer; is it still running?";

// ---- highlights ------------------------------------------------------------

function clearHighlights() {
  for (const mark of place.querySelectorAll("mark")) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent.normalize();
  }
  for (const button of place.querySelectorAll(".source[aria-pressed=true]")) {
    button.setAttribute("aria-pressed", "false");
  }
  pressed = null;
  showPressed();
  pointed.hidden = true;
}

// How many UTF-16 units the first `points` code points of `text` take.
function unitsOf(text, points) {
  let units = 0;
  for (const point of text) {
    if (points-- <= 0) break;
    units += point.length;
  }
  return units;
}

function wrap(node, from, to, className) {
  const mark = document.createElement("mark");
  mark.className = className;
  const middle = from > 0 ? node.splitText(from) : node;
  if (to - from < middle.length) middle.splitText(to - from);
  middle.replaceWith(mark);
  mark.append(middle);
  return mark;
}

function textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

// Marks the code points start <= i < end of the article on show.
function highlightSpan(start, end, className) {
  const marks = [];
  let offset = 0; // code points before `node`
  for (const node of textNodes(place.querySelector(".article-text"))) {
    const length = Array.from(node.data).length;
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, length);
    if (from < to) {
      const text = node.data;
      marks.push(wrap(node, unitsOf(text, from), unitsOf(text, to), className));
    }
    offset += length;
    if (offset >= end) break;
  }
  return marks;
}

function highlightSource(rank) {
  const marks = [];
  for (const piece of place.querySelectorAll(".piece[data-sources]")) {
    if (!piece.dataset.sources.split(" ").includes(rank)) continue;
    for (const node of textNodes(piece)) {
      marks.push(wrap(node, 0, node.length, "by-source"));
    }
  }
  return marks;
}

function scrollTo(marks) {
  if (!marks.length) return;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const tall = marks[0].getBoundingClientRect().height > window.innerHeight / 2;
  marks[0].scrollIntoView({
    behavior: still ? "auto" : "smooth",
    block: tall ? "start" : "center",
    inline: "nearest",
  });
}

function say(sentence) {
  announcer.textContent = "";
  announcer.textContent = sentence;
}

// ---- articles --------------------------------------------------------------

function shownArticle() {
  return place.querySelector(".article")?.dataset.article;
}

async function openArticle(articleId) {
  if (shownArticle() === articleId) return true;
  const turn = ++opening;
  place.setAttribute("aria-busy", "true");
  try {
    const html = await server.open_article(articleId);
    if (turn !== opening) return false;
    if (html === null) {
      say("This article is no longer in the library.");
      pointedAt.textContent = announcer.textContent;
      pointed.hidden = false;
      return false;
    }
    clearHighlights();
    place.innerHTML = html;
    reading.scrollTop = 0;
    choice.value = articleId;
    return true;
  } catch (error) {
    say("The article could not be opened; is the server still running?");
    pointedAt.textContent = announcer.textContent;
    pointed.hidden = false;
    return false;
  } finally {
    if (turn === opening) place.removeAttribute("aria-busy");
  }
}

// ---- what can be pressed ----------------------------------------------------

function findPressed() {
  if (!pressed) return null;
  return document.querySelector(
    `.marker[data-turn="${pressed.turn}"][data-marker="${pressed.marker}"]`,
  );
}

// Says on the markers themselves which one the highlight belongs to.
function showPressed() {
  for (const marker of document.querySelectorAll(".marker")) {
    const on =
      pressed !== null &&
      marker.dataset.turn === pressed.turn &&
      marker.dataset.marker === pressed.marker;
    const state = on ? "true" : "false";
    if (marker.getAttribute("aria-pressed") !== state) {
      marker.setAttribute("aria-pressed", state);
    }
  }
}

async function pressMarker(marker) {
  const { turn, marker: number, article, start, end, credit } = marker.dataset;
  if (!(await openArticle(article))) return;
  clearHighlights();
  const unconfirmed = marker.classList.contains("marker-unconfirmed");
  const marks = highlightSpan(
    Number(start), Number(end), unconfirmed ? "pointed-to unconfirmed" : "pointed-to",
  );
  pressed = { turn, marker: number };
  showPressed();
  pointedAt.textContent =
    `${unconfirmed ? "Unconfirmed passage" : "Citation"} [${number}] · ${credit}`;
  pointed.hidden = false;
  scrollTo(marks);
  say(`Highlighted: ${marks.map((mark) => mark.textContent).join("")}`);
}

function pressSource(button) {
  const wasPressed = button.getAttribute("aria-pressed") === "true";
  clearHighlights();
  if (wasPressed) return;
  const marks = highlightSource(button.dataset.source);
  button.setAttribute("aria-pressed", "true");
  scrollTo(marks);
  say(button.getAttribute("aria-label"));
}

function goBack() {
  const marker = findPressed();
  if (!marker) return;
  marker.scrollIntoView({ block: "center" });
  marker.focus();
}

// ---- the library ---------------------------------------------------------------

// The list says which articles there are; the choice above the article follows it.
function followLibrary() {
  const list = document.querySelector("#library-list :is(.library-count, .library-none)");
  if (!list) return; // folded away
  const rows = [...document.querySelectorAll("#library-list .library-row")];
  const held = rows.map((row) => row.dataset.article).join("\n");
  if (held === followed) return;
  followed = held;
  const shown = place.querySelector(".article")?.dataset.article;
  choice.replaceChildren(...rows.map((row) => {
    const option = document.createElement("option");
    option.value = row.dataset.article;
    option.textContent = row.dataset.title;
    return option;
  }));
  choice.closest(".article-choice").hidden = rows.length < 2;
  if (rows.some((row) => row.dataset.article === shown)) choice.value = shown;
  else if (rows.length) openArticle(rows[0].dataset.article);
  else place.replaceChildren();
}

function askRemoval(button, sure) {
  const removal = button.closest(".removal");
  removal.querySelector(".remove").hidden = sure;
  removal.querySelector(".sure").hidden = !sure;
  removal.querySelector(sure ? ".remove-no" : ".remove").focus();
}

async function removeArticle(button) {
  const row = button.closest(".library-row");
  button.disabled = true;
  const fault = await server.remove_article(row.dataset.article).catch(() => GONE);
  if (fault) {
    row.querySelector(".sure").textContent = fault;
    say(fault);
    return;
  }
  say(`Removed: ${row.dataset.title}`);
  document.querySelector("#refresh-library").click();
}

// ---- judging and saving -----------------------------------------------------------

// The turns up to `last`, or all of them, as the page was given them.
function keptTurns(last) {
  const kept = [];
  for (const turn of document.querySelectorAll("#conversation .turn[data-kept]")) {
    kept.push(JSON.parse(turn.dataset.kept));
    if (turn === last) break;
  }
  return kept;
}

async function judge(button, good, reason) {
  const turn = button.closest(".turn");
  const judging = turn.querySelector(".judging");
  const fault = await server.judge_reply({ turns: keptTurns(turn), good, reason }).catch(() => GONE);
  judging.querySelector(".reasons").hidden = true;
  judging.querySelector(".judging-ask").hidden = !fault;
  judging.querySelector(".judged").textContent =
    fault || (good ? "Kept as right. Thank you." : `Kept as wrong: ${reason}. Thank you.`);
}

async function saveConversation(form) {
  try {
    const { name, mime, base64, left_out: leftOut } = await server.save_conversation({ turns: keptTurns(null), form });
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: mime }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    const without = `without ${leftOut} of which the articles have changed or gone since`;
    say(`Saved as ${name}${leftOut ? `, ${without}` : ""}.`);
    if (leftOut) {
      pointedAt.textContent = announcer.textContent;
      pointed.hidden = false;
    }
  } catch (error) {
    say(GONE);
  }
}

// ---- light and dark ----------------------------------------------------------

const THEME = "briefing-theme";

function applyTheme() {
  const chosen = localStorage.getItem(THEME);
  if (chosen) document.body.classList.toggle("dark", chosen === "dark");
  const dark = document.body.classList.contains("dark");
  for (const button of document.querySelectorAll(".theme-toggle")) {
    button.textContent = dark ? "Light" : "Dark";
    button.setAttribute("aria-label", `Switch to ${dark ? "light" : "dark"} colours`);
  }
}

function toggleTheme() {
  const dark = document.body.classList.contains("dark");
  localStorage.setItem(THEME, dark ? "light" : "dark");
  applyTheme();
}

// ---- listening ---------------------------------------------------------------

if (window.briefingPage) window.briefingPage.abort(); // mounted anew: one set of listeners
window.briefingPage = new AbortController();
const { signal } = window.briefingPage;

document.addEventListener("click", (event) => {
  const target = event.target.closest(
    ".marker, .source, .pointed-back, .pointed-clear, .theme-toggle, .api-link, .quote, " +
      ".open-article, .remove, .remove-no, .remove-yes, .thumb, .reason, .save",
  );
  if (!target) return;
  if (target.matches(".marker")) pressMarker(target);
  else if (target.matches(".quote")) {
    // Selecting words of a quote to copy them is no press.
    if (getSelection().isCollapsed) {
      pressMarker(target.closest(".citation").querySelector(".marker"));
    }
  } else if (target.matches(".source")) pressSource(target);
  else if (target.matches(".pointed-back")) goBack();
  else if (target.matches(".pointed-clear")) clearHighlights();
  else if (target.matches(".theme-toggle")) toggleTheme();
  else if (target.matches(".open-article")) {
    openArticle(target.closest(".library-row").dataset.article);
  } else if (target.matches(".remove")) askRemoval(target, true);
  else if (target.matches(".remove-no")) askRemoval(target, false);
  else if (target.matches(".remove-yes")) removeArticle(target);
  else if (target.matches(".save")) saveConversation(target.dataset.form);
  else if (target.matches(".reason")) judge(target, false, target.dataset.reason);
  else if (target.matches(".thumb")) {
    if (target.dataset.good === "true") judge(target, true, null);
    else target.closest(".judging").querySelector(".reasons").hidden = false;
  }
  else document.querySelector("footer .show-api")?.click(); // Gradio's own page about the API
}, { signal });

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && pressed) goBack();
}, { signal });

choice.addEventListener("change", () => openArticle(choice.value), { signal });

// A new reply is brought into view and read out; the pressed marker stays pressed.
function noticeReply() {
  showPressed();
  const replies = document.querySelectorAll("#conversation .reply");
  const last = replies[replies.length - 1];
  if (!last) {
    announced = "";
    if (pressed) clearHighlights(); // a new conversation
    return;
  }
  const text = last.querySelector(".answer-text, .silence")?.textContent ?? last.textContent;
  const seen = `${replies.length} ${text}`;
  if (seen === announced) return;
  announced = seen;
  const waiting = last.classList.contains("waiting");
  if (!waiting) say(text);
  last.closest(".turn").scrollIntoView({ block: waiting ? "nearest" : "start" });
}

const conversation = document.querySelector("#conversation");
const observer = new MutationObserver(noticeReply);
observer.observe(conversation, { childList: true, subtree: true, characterData: true });
signal.addEventListener("abort", () => observer.disconnect());

// Gradio puts the list in and out as its panel is opened; what it holds then is followed.
const watcher = new MutationObserver(followLibrary);
watcher.observe(element.closest("#reading-pane"), { childList: true, subtree: true });
signal.addEventListener("abort", () => watcher.disconnect());

window.matchMedia("(prefers-color-scheme: dark)")
  .addEventListener("change", () => setTimeout(applyTheme), { signal });
applyTheme();
noticeReply();
