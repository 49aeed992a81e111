/** The whole look of a report's page: it stands in the page, because the page has no other parts. */
export const reportPageStyle = `
:root{--paper:#fff;--ink:#1b1b1f;--soft:#4a4a52;--line:#c9c9d1;--box:#f4f4f7;--bad:#a80f1e;--warn:#7a4a00;--good:#0d6530;--link:#0b4fa8}
@media (prefers-color-scheme:dark){:root{--paper:#17181c;--ink:#ececf0;--soft:#b9b9c4;--line:#4b4c55;--box:#22242a;--bad:#ff9a92;--warn:#f3c06b;--good:#7fd69c;--link:#9cc6ff}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
main,nav{max-width:50rem;margin:0 auto;padding:0 1rem}
nav{padding-top:.75rem;text-align:right}
nav a{display:inline-block;padding:.25rem .5rem;color:var(--link)}
a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
article{padding:1rem 0 2rem}
article+article{border-top:1px solid var(--line)}
h1{font-size:1.75rem;line-height:1.25;margin:.5rem 0 1rem}
h2{font-size:1.25rem;margin:2rem 0 .75rem}
h3{font-size:1.05rem;line-height:1.4;margin:0 0 .5rem}
p{margin:0 0 .5rem}
.verdict{border:1px solid var(--line);border-left:.5rem solid var(--warn);background:var(--box);padding:1rem;margin-bottom:1rem}
.verdict p:last-child{margin:0}
.verdict .label{font-size:1.25rem;font-weight:700;color:var(--warn)}
.verdict.rejected{border-left-color:var(--bad)}.verdict.rejected .label{color:var(--bad)}
.verdict.accepted,.verdict.acceptedWithRemarks{border-left-color:var(--good)}
.verdict.accepted .label,.verdict.acceptedWithRemarks .label{color:var(--good)}
.facts{margin:0}
.facts div{display:grid;grid-template-columns:minmax(6rem,11rem) 1fr;gap:0 1rem;padding:.15rem 0}
.findings .facts div{grid-template-columns:5rem 1fr}
dt{color:var(--soft)}
dd{margin:0}
.findings{list-style-position:outside;padding-left:0;margin:0;counter-reset:finding}
.findings li{display:block;border:1px solid var(--line);border-left:.35rem solid var(--warn);padding:.9rem 1rem;margin:0 0 .9rem}
.findings li.fatal{border-left-color:var(--bad)}
.findings h3::before{counter-increment:finding;content:counter(finding) ". "}
.rule{color:var(--soft);font-size:.875rem;margin:.5rem 0 0}
@media (max-width:32rem){.facts div,.findings .facts div{grid-template-columns:1fr;padding:.3rem 0}dt{font-size:.875rem}}
@media print{:root{--paper:#fff;--ink:#000;--soft:#333;--line:#777;--box:#fff;--bad:#000;--warn:#000;--good:#000}@page{margin:2cm}nav{display:none}main{max-width:none;padding:0}body{font-size:10.5pt}article+article{break-before:page;border:0}.findings li,.verdict{break-inside:avoid}h2,h3{break-after:avoid}}
`;
