import { html, raw } from 'hono/html';
import type { Language } from '../../contract/fields.ts';
import { words } from './words.ts';

const style = `
:root{color-scheme:light dark}
body{margin:0;font:15px/1.5 system-ui,sans-serif;color:light-dark(#221a33,#ece8f4);background:light-dark(#f7f5fb,#14101c)}
.note{margin:0;padding:6px 18px;font-size:13px;background:light-dark(#fff4da,#33270c);color:light-dark(#6b4600,#f0b94b)}
main{max-width:520px;margin:0 auto;padding:28px 18px 60px}
h1{font-size:21px;margin:0 0 16px}h2{font-size:16px;margin:28px 0 6px}
form{margin:0 0 14px}label{display:block;font-weight:500;margin:12px 0 3px}
input:not([type=radio]){font:inherit;width:100%;box-sizing:border-box;min-height:40px;padding:5px 10px;color:inherit;background:light-dark(#fff,#1d1728);border:1px solid #81789a;border-radius:6px}
fieldset{margin:0 0 12px;border:1px solid light-dark(#d8d2e4,#3a3150);border-radius:8px;padding:6px 14px 12px}legend{font-weight:600;padding:0 6px}
.choice{display:flex;gap:9px;font-weight:400;align-items:baseline;margin:7px 0}
button{font:inherit;min-height:40px;margin:14px 8px 0 0;padding:5px 16px;border:1px solid #81789a;border-radius:6px;color:inherit;background:light-dark(#fff,#1d1728);cursor:pointer}
button.primary{color:light-dark(#fff,#1f1530);background:light-dark(#5b3fa0,#c0a8ff);border-color:transparent;font-weight:600}
html{scroll-padding-bottom:72px}.apply{position:sticky;bottom:12px}
:focus-visible{outline:2px solid light-dark(#5b3fa0,#c0a8ff);outline-offset:2px}
.muted{color:light-dark(#5b536e,#b0a7c4);font-size:13.5px;margin:4px 0}.bad{color:light-dark(#b3261e,#ff8a80)}.ok{color:light-dark(#176b45,#67d19b)}
ul{padding-left:18px}li{margin:8px 0;overflow-wrap:anywhere}`;

/** A page of the played Microsoft; it looks like nobody's. */
export function layout(language: Language, title: string, content: unknown) {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>${raw(style)}</style>
      </head>
      <body>
        <aside class="note">${words[language].note}</aside>
        <main><h1>${title}</h1>${content}</main>
      </body>
    </html>`;
}
