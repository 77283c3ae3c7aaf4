/** The CSS of a shared file: system fonts, numbered steps, light, dark and print. */
export const FILE_STYLE = `
:root{color-scheme:light dark}
body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:38rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.25}
h3{font-size:1.0625rem;margin-block-end:.25rem}
article{border-block-start:3px solid #1a8a8c;margin-block-start:2rem}
ol{list-style:none;counter-reset:s;padding:0}
ol>li{counter-increment:s;position:relative;padding-inline-start:2.75rem;margin-block:.75rem;min-block-size:2rem;font-size:1.25rem;line-height:1.35}
ol>li::before{content:counter(s);position:absolute;inset-inline-start:0;inline-size:2rem;line-height:2rem;text-align:center;border-radius:50%;background:#0a6466;color:#fff;box-shadow:0 0 0 2px #1a8a8c;font-size:1rem;font-weight:700}
ol>li:not(:last-child)::after{content:'';position:absolute;inset-block:2rem -.75rem;inset-inline-start:calc(1rem - 2px);border-inline-start:4px solid #1a8a8c}
small{font-size:.92rem}
.meta,.sources{font-size:.92rem}
.label{border:1px solid;border-radius:.5rem;padding:.25rem .75rem;font-size:.92rem;margin-block:.5rem}
.check{border:2px solid #1a8a8c;border-radius:.5rem;padding:.5rem .75rem}
@media print{ol>li::before{background:#fff;color:#000;border:2px solid #000;line-height:1.75rem;inline-size:1.75rem}li{break-inside:avoid}h2,h3{break-after:avoid}}
`;
