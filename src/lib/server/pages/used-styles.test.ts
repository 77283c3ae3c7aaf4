import { expect, test } from 'vitest';
import { usedStyles } from './used-styles.ts';

const PAGE =
	'<html lang="en"><body><main class="s1abc wide"><p id="top">A <b>word</b></p></main></body></html>';

test.each([
	['an element', 'p{color:red}', 'h1{color:red}'],
	['a class', '.wide{color:red}', '.narrow{color:red}'],
	['an id', '#top{color:red}', '#end{color:red}'],
	["a component's class", 'p:where(.s1abc){color:red}', 'p:where(.s2abc){color:red}'],
	['what stands in what', 'main>p b{color:red}', 'main>ul b{color:red}'],
	['one of a list', 'h1,p{color:red}', 'h1,h2:is(p,b){color:red}']
])('a rule stays where the page has %s, and goes where it has not', (_, used, unused) => {
	expect(usedStyles(`${used}${unused}`, PAGE)).toBe(used);
});

test.each([
	':root[data-look=dark]{--a:b}',
	'*{margin:0}',
	'p:not(.at-end){color:red}',
	'main:has(.at-end:where(.s9zzz)) p:first-child{color:red}',
	':is(.s9zzz,p)>b{color:red}',
	'p:hover::before{content:"."}',
	'[hidden]{display:none}',
	'@page{margin:1cm}',
	'@keyframes turn{from{top:0}to{top:1px}}'
])('what may come about keeps its rule: %s', (css) => {
	expect(usedStyles(css, PAGE)).toBe(css);
});

test('a block keeps what is used in it, and goes with the last rule', () => {
	const css = '@media print{h1{color:red}p{color:red}}@media (width>=1em){h1{color:red}}';
	expect(usedStyles(css, PAGE)).toBe('@media print{p{color:red}}');
});
