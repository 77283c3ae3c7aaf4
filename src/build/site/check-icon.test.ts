import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkIcon } from './check-icon.ts';

/** What is wrong with it, a line each. */
const said = (text: string): string =>
	checkIcon(text)
		.map(({ problem, remedy }) => `${problem}: ${remedy}`)
		.join('\n');
const icon = (inside: string, viewBox = '0 0 64 64'): string =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${inside}</svg>`;

test.each(['static/icons/icon.svg', 'examples/chicago/icon.svg'])('%s is one', (file) => {
	expect(checkIcon(readFileSync(file, 'utf8'))).toEqual([]);
});

test.each([
	['<script>alert(1)</script>', 'has <script>: draw shapes alone'],
	['<path d="M0 0" onload="alert(1)"/>', 'has onload on <path>: take it out'],
	['<image href="https://a.example/x.png"/>', 'has <image>: draw shapes alone'],
	['<a href="#x"><path d="M0 0"/></a>', 'has <a>: draw shapes alone'],
	['<style>@import "https://a.example/x.css"</style>', 'has <style>: draw shapes alone'],
	['<path style="fill:red" d="M0 0"/>', 'has style on <path>: take it out'],
	['<text>A</text>', 'has <text>: draw shapes alone'],
	['<foreignObject/>', 'has <foreignObject>: draw shapes alone'],
	['<path fill="url(https://a.example/#x)"/>', 'refers to something else in fill on <path>'],
	['<path fill="url( &#35;x)"/>', 'refers to something else in fill on <path>']
])('an icon with %s is refused', (inside, problem) => {
	expect(said(icon(inside))).toContain(problem);
});

test.each([
	['<!DOCTYPE svg [<!ENTITY a "b">]>' + icon(''), 'has a DOCTYPE'],
	['<?xml-stylesheet href="x"?>' + icon(''), 'has an instruction'],
	[icon('<path d="M0 0">'), 'is not XML'],
	[icon('', '0 0 64 32'), 'is not square'],
	[icon('').replace(/viewBox="[^"]*"/, ''), 'is not square'],
	[icon('').replace('<svg', '<svg width="1" height="1000"'), 'has width on <svg>: take it out'],
	[icon('').replace('<svg', '<svg x="1"'), 'has x on <svg>: take it out'],
	['<?xml version="1.0"?>' + icon(''), 'has an XML declaration'],
	['<svg/>', 'is no SVG'],
	[icon(`<path d="${'M0 0'.repeat(9000)}"/>`), 'is larger than']
])('what is no square drawing is refused', (text, problem) => {
	expect(said(text)).toContain(problem);
});
