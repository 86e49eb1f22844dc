import { paletteCss } from '../_theme/palette.ts';

/** The style of an embed, with the fonts that are there: none is worth its weight in a page of others. */
export const embedStyle = `
:root{color-scheme:light dark;${paletteCss()};--code-foreground:var(--text);--code-background:transparent;
--ui:system-ui,sans-serif;--mono:ui-monospace,'Cascadia Code','DejaVu Sans Mono',Menlo,Consolas,monospace}
[data-theme=light]{color-scheme:light}[data-theme=dark]{color-scheme:dark}
*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{display:flex;flex-direction:column;background:var(--bg);color:var(--text);font:13px/20px var(--ui);border:1px solid var(--border)}
header,footer{display:flex;flex:none;align-items:center;gap:4px 12px;padding:6px 12px;background:var(--surface)}
main{display:flex;flex:1;flex-direction:column;min-height:0}
header{flex-wrap:wrap;border-bottom:1px solid var(--border)}
footer{border-top:1px solid var(--border)}
h1{margin:0;font:600 13px/20px var(--ui);min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
p{margin:0}
a{color:var(--accent)}
h1 a{color:inherit}
.about{color:var(--muted);font-size:12px}
:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}
.tabs{display:flex;flex:none;flex-wrap:wrap;margin:0;padding:0;border:0;border-bottom:1px solid var(--border);background:var(--surface)}
.tabs input{position:absolute;opacity:0;pointer-events:none}
.tabs label{padding:5px 12px;border-bottom:2px solid transparent;color:var(--muted);font:12px/20px var(--mono);cursor:pointer}
.tabs input:checked+label{border-color:var(--accent);color:var(--text)}
.tabs input:focus-visible+label{outline:2px solid var(--accent);outline-offset:-2px}
.file{flex:1;min-height:60px;overflow:auto}
.file[hidden]{display:none}
.file pre{width:max-content;min-width:100%;margin:0;padding:10px 12px;font:13px/20px var(--mono);tab-size:4;counter-reset:line}
.numbered .line{counter-increment:line}
.numbered .line::before{content:counter(line);display:inline-block;width:3ch;margin-right:2ch;color:var(--muted);text-align:right;user-select:none}
button{min-width:84px;min-height:32px;padding:0 14px;border:1px solid var(--accent);border-radius:6px;background:var(--accent);color:var(--on-accent);font:500 13px/20px var(--ui);cursor:pointer}
#status{flex:1;min-width:0;color:var(--muted)}
[data-tone=ok]{color:var(--ok)!important}[data-tone=err]{color:var(--err)!important}[data-tone=warn]{color:var(--warn)!important}
#output{flex:none;max-height:50%;margin:0;padding:8px 12px;overflow:auto;border-top:1px solid var(--border);font:13px/20px var(--mono);white-space:pre-wrap;overflow-wrap:anywhere}
#output[hidden]{display:none}
[data-stream=stderr]{box-shadow:inset 2px 0 var(--err);padding-left:6px;color:var(--err);-webkit-box-decoration-break:clone;box-decoration-break:clone}
.bold{font-weight:650}.dim{opacity:.7}.italic{font-style:italic}.underline{text-decoration:underline}.strikethrough{text-decoration:line-through}.hidden{visibility:hidden}
.words{padding:16px}
@media(scripting:none){button{display:none}}
@media(pointer:coarse){button{min-height:44px}}
`;
