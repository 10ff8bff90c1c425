export const SURVEY_STYLES = `
:host {
  --surface: #ffffff; --ink: #1c2321; --muted: #58615d; --line: #d5dad6; --accent: #0b6b5b; --on-accent: #ffffff;
  --soft: #eef4f2; --shadow: 0 12px 40px rgb(16 32 28 / 0.22);
  all: initial;
}
@media (prefers-color-scheme: dark) {
  :host {
    --surface: #232927; --ink: #eef1ef; --muted: #acb5b1; --line: #46504c; --accent: #62cdb5; --on-accent: #06251e;
    --soft: #2f3734; --shadow: 0 12px 40px rgb(0 0 0 / 0.6);
  }
}
*, *::before { box-sizing: border-box; }
[hidden] { display: none !important; }
.dialog {
  position: fixed; z-index: 2147483000; inset: auto 0 16px; margin: 0 auto; width: min(600px, calc(100vw - 24px));
  max-height: calc(100dvh - 32px); overflow: auto; padding: 20px 24px; border: 1px solid var(--line);
  border-radius: 16px; background: var(--surface); color: var(--ink); box-shadow: var(--shadow);
  font: 400 15px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif;
  animation: rise 240ms ease-out;
}
@keyframes rise { from { transform: translateY(24px); opacity: 0; } }
@media (prefers-reduced-motion: reduce) { .dialog { animation: none; } }
:host([data-docked]) { display: block; }
:host([data-docked]) .dialog {
  position: relative; z-index: auto; inset: auto; width: auto; max-height: none; padding: 14px 16px; box-shadow: none;
  animation: none;
}
:host([data-docked]) .scores { margin-top: 10px; gap: 4px; }
:host([data-docked]) .score { height: 34px; }
:host([data-docked]) h2 { font-size: 15px; }
:host([data-docked]) .close { top: 8px; right: 8px; }
:host([data-docked]) .comment { margin-top: 10px; }
h2 { margin: 0 32px 0 0; font-size: 17px; line-height: 1.35; font-weight: 600; text-wrap: balance; }
button { font: inherit; color: inherit; cursor: pointer; }
button:focus-visible, textarea:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.close {
  position: absolute; top: 14px; right: 14px; width: 32px; height: 32px; border: 0; border-radius: 8px;
  background: none; color: var(--muted); font-size: 22px; line-height: 1;
}
.close:hover { background: var(--soft); color: var(--ink); }
.scores { display: grid; grid-template-columns: repeat(11, minmax(0, 1fr)); gap: 6px; margin-top: 16px; }
.score {
  height: 40px; padding: 0; border: 1px solid var(--line); border-radius: 10px; background: var(--surface);
  font-weight: 600; font-variant-numeric: tabular-nums;
}
.score:hover { background: var(--soft); border-color: var(--accent); }
.score[aria-pressed='true'] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.scale { display: flex; justify-content: space-between; gap: 12px; margin: 8px 0 0; color: var(--muted); font-size: 13px; }
.comment { display: grid; gap: 8px; margin-top: 16px; justify-items: start; }
textarea {
  width: 100%; padding: 8px 10px; border: 1px solid var(--line); border-radius: 10px; background: var(--surface);
  color: inherit; font: inherit; resize: vertical;
}
.send {
  padding: 8px 18px; border: 0; border-radius: 10px; background: var(--accent); color: var(--on-accent); font-weight: 600;
}
.thanks:focus { outline: none; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 480px) {
  .dialog { padding: 16px; }
  .scores { grid-template-columns: repeat(6, minmax(0, 1fr)); }
}
`
