/** The whole look of a document: it stands in the page, because the page has no other parts. */
export const documentStyle = `
:root{--paper:#fff;--ink:#1b1b1f;--soft:#4a4a52;--line:#c9c9d1;--box:#f4f4f7;--link:#0b4fa8}
@media (prefers-color-scheme:dark){:root{--paper:#17181c;--ink:#ececf0;--soft:#b9b9c4;--line:#4b4c55;--box:#22242a;--link:#9cc6ff}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:62rem;margin:0 auto;padding:1rem}
a{color:var(--link)}
a:focus-visible,.wide:focus-visible{outline:3px solid var(--link);outline-offset:2px}
h1{font-size:1.75rem;line-height:1.25;margin:.5rem 0 1rem}
h2{font-size:1.4rem;margin:2.5rem 0 .75rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
h3{font-size:1.15rem;margin:1.75rem 0 .5rem}
h4,h5,h6{font-size:1rem;margin:1.25rem 0 .5rem}
p,ul{margin:0 0 .75rem}
ul{padding-left:1.25rem}
nav ul{list-style:none;padding:0}
nav li{padding:.15rem 0}
dl{margin:0 0 1rem;padding:.75rem 1rem;background:var(--box);border:1px solid var(--line)}
dl div{display:grid;grid-template-columns:minmax(6rem,12rem) 1fr;gap:0 1rem;padding:.15rem 0}
dt{color:var(--soft)}
dd{margin:0}
.wide{overflow-x:auto;margin:0 0 1.25rem}
table{border-collapse:collapse;width:100%;min-width:30rem}
caption{text-align:left;font-weight:700;padding:.25rem 0 .5rem}
th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top;overflow-wrap:break-word;hyphens:auto}
th{background:var(--box)}
@media (max-width:32rem){dl div{grid-template-columns:1fr}dt{font-size:.875rem}}
@media print{:root{--paper:#fff;--ink:#000;--soft:#333;--line:#777;--box:#fff;--link:#000}@page{margin:2cm}main{max-width:none;padding:0}body{font-size:10pt}table{min-width:0}.wide{overflow:visible}tr{break-inside:avoid}thead{display:table-header-group}h2,h3,h4,caption{break-after:avoid}}
`;
