/** What a report's page looks like. It goes into the page itself. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1b1d21;--soft:#5a5f68;--line:#d9d6cc;--band:#e4e1d8;--added:#cfc9ba;--accent:#7b2fbf;--mark:#fff6d6;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4",Georgia,"DejaVu Serif",serif;--sans:system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Open Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#15171a;--ink:#eceae4;--soft:#a5a9b1;--line:#34383f;--band:#2c3037;--added:#3f444d;--accent:#c99bff;--mark:#3a3318}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 var(--sans);-webkit-text-size-adjust:100%}
main{max-width:58rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1,h2,h3{line-height:1.2;margin:0}
h2{font:700 1.45rem/1.2 var(--serif);margin:3rem 0 1rem;padding-top:.75rem;border-top:3px double var(--line)}
h3{font:600 1rem/1.3 var(--sans);margin:1.6rem 0 .5rem}
p{margin:0 0 .8rem}
.small,footer{font-size:.85rem;color:var(--soft)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
header{display:grid;grid-template-columns:minmax(0,1fr) auto minmax(0,1fr);column-gap:1.5rem;text-align:center}
header>*{grid-column:1/-1}
.occasion{font-size:.8rem;letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin-bottom:1rem}
.score,.scorers{display:grid;grid-template-columns:subgrid}
.score{align-items:end;font:700 clamp(1.3rem,4.4vw,2.6rem)/1.1 var(--serif)}
.team{overflow-wrap:anywhere}.team.home{text-align:right}.team.away{text-align:left}
.team::after{content:"";display:block;height:5px;margin-top:.35rem;border-radius:3px;border:1px solid color-mix(in srgb,var(--ink) 25%,transparent)}
.team.home::after{background:var(--home)}.team.away::after{background:var(--away)}
.goals{font-size:1.55em;font-variant-numeric:tabular-nums;white-space:nowrap}.dash{padding:0 .12em;color:var(--soft)}
.scorers{font-size:.92rem;margin-top:.75rem}
.scorers ul{list-style:none;margin:0;padding:0}.scorers ul:first-child{text-align:right}.scorers ul:last-child{grid-column:3;text-align:left}
.verdict{margin:1.1rem 0 .3rem;font-size:1.05rem}
.verdict>*+*::before,.circumstances>*+*::before{content:" · ";color:var(--soft);font-weight:400}
.circumstances{font-size:.85rem;color:var(--soft)}
.lead{max-width:42rem;margin:2rem auto 0;font:1.13rem/1.6 var(--serif)}
.lead p:first-child{font-size:1.22em;line-height:1.45}
.picture{margin:2rem 0 0}
.picture svg{display:block;width:100%;height:auto;font-family:var(--sans)}
.picture svg.narrow{display:none}
.picture text{fill:var(--ink);font-size:12px}.picture .tick{fill:var(--soft);font-size:11px}.picture .strong{font-weight:700;font-size:13px}
.band{fill:var(--band)}.band.added{fill:var(--added)}
.goal{stroke:var(--ink);stroke-width:1.4}.goal.home{fill:var(--home)}.goal.away{fill:var(--away)}
.yellow{fill:#f4c90b;stroke:#6b5800;stroke-width:.8}.red{fill:#d3232f;stroke:#7a0d15;stroke-width:.8}
.change{fill:var(--soft)}.review{fill:var(--accent);stroke:var(--paper);stroke-width:1.5}
.area{fill:color-mix(in srgb,var(--soft) 16%,transparent)}.steps{fill:none;stroke:var(--ink);stroke-width:2.2;stroke-linejoin:round}.level{stroke:var(--soft);stroke-dasharray:3 3}
figcaption{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;justify-content:center;font-size:.8rem;color:var(--soft);margin-top:.6rem}
figcaption span{display:inline-flex;align-items:center;gap:.35rem}
i.key{display:inline-block;width:.6rem;height:.8rem;border-radius:1px}
i.key.goal{width:.75rem;height:.75rem;border-radius:50%;border:1.5px solid var(--ink)}i.key.yellow{background:#f4c90b}i.key.red{background:#d3232f}
i.key.review{width:.65rem;height:.65rem;background:var(--accent);transform:rotate(45deg)}
i.key.change{width:0;height:0;border:.35rem solid transparent;border-top:0;border-bottom:.55rem solid var(--soft)}
table{width:100%;border-collapse:collapse;font-size:.92rem;margin:0 0 1.2rem}
caption{text-align:left;font-weight:600;padding:0 0 .4rem}
th,td{text-align:left;vertical-align:top;padding:.38rem .7rem .38rem 0;border-bottom:1px solid var(--line)}
thead th{font-size:.75rem;font-weight:600;letter-spacing:.03em;color:var(--soft)}
.figure{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;width:1%}
tr.group th{padding-top:.9rem;font-size:.75rem;letter-spacing:.03em;color:var(--soft)}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 2.5rem;align-items:start}
.pair table{font-size:.88rem}.pair caption{font:700 1.05rem var(--serif)}.pair td:last-child{color:var(--soft)}
.comparison{table-layout:fixed}.comparison td{width:32%;font-variant-numeric:tabular-nums;font-weight:600}
.comparison th{text-align:center;font-weight:400;vertical-align:middle}
.comparison thead th{font-weight:600}.comparison th:first-child,.comparison td:first-child{text-align:right;padding:.38rem 0}
.comparison th:last-child,.comparison td:last-child{text-align:left;padding:.38rem 0}
.bar{display:block;height:5px;border-radius:3px;margin-top:.2rem;min-width:1px;outline:1px solid color-mix(in srgb,var(--ink) 22%,transparent);outline-offset:-1px}
.bar.home{background:var(--home);margin-left:auto}.bar.away{background:var(--away)}
.minutes{list-style:none;margin:0;padding:0;max-width:46rem}
.minutes li{display:grid;grid-template-columns:4rem 1fr;gap:.8rem;padding:.22rem 0}
.minutes .label{text-align:right;color:var(--soft);font-variant-numeric:tabular-nums}
.minutes li.key{font-weight:600}
.disputes{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr));gap:1.2rem 2.5rem}
.disputes article{border-top:1px solid var(--line);padding-top:.7rem}
.disputes h3{margin:0 0 .4rem;font:700 1.05rem/1.3 var(--serif)}
.disputes dl{margin:0;font-size:.92rem}
.disputes dl div{display:grid;grid-template-columns:7rem 1fr;gap:.6rem;padding:.2rem .4rem}
.disputes dt{color:var(--soft)}.disputes dd{margin:0}
.disputes .record dd{font-weight:600}.disputes .differs{background:var(--mark);border-radius:3px}
.disputes .small{margin:.4rem .4rem 0}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:.8rem}
@media (max-width:42rem){
main{padding:1.25rem 1rem 3rem}
.picture svg.wide{display:none}.picture svg.narrow{display:block}
header{column-gap:.7rem}.scorers{font-size:.85rem}
.lead{font-size:1.05rem}
.pair{grid-template-columns:1fr;gap:1.2rem}
table.long thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.long tr{display:block;border-bottom:1px solid var(--line);padding:.5rem 0}
table.long td{display:grid;grid-template-columns:6rem 1fr;gap:.6rem;border:0;padding:.15rem 0;text-align:left;width:auto;white-space:normal}
table.long td:empty{display:none}
table.long td::before{content:attr(data-head);color:var(--soft)}
.minutes li{grid-template-columns:3.2rem 1fr}
}
@media print{
:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--band:#ddd;--added:#bbb;--mark:#f3f3f3;--accent:#5b1f95}
body{font-size:10pt}main{max-width:none;padding:0}
h2{break-after:avoid;margin-top:1.5rem}h3{break-after:avoid}tr,article,figure,.minutes li{break-inside:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
