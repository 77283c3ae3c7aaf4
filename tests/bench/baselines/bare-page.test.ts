import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { barePage } from './bare-page.ts';

const PAGE = `<html><head><title>Officers at the door</title><style>h1{color:red}</style></head>
<body class="x"><header>Menu</header><main class="page"><h1 tabindex="-1">Officers at the door</h1>
<!--[--><ol class="steps"><li data-x="1">Keep the door closed.<svg width="1"><path d="M0"/></svg></li></ol>
<script>start()</script></main><script>more()</script></body></html>`;

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'handrail-bare-'));
	mkdirSync(join(folder, 'prerendered/en/x'), { recursive: true });
	writeFileSync(join(folder, 'prerendered/en/x/index.html'), PAGE);
});
afterEach(() => {
	rmSync(folder, { recursive: true });
});

test('the bare page keeps the words and drops everything that could slow them', () => {
	const html = barePage(folder, '/en/x/');
	expect(html).toContain('<title>Officers at the door</title>');
	expect(html).toContain(
		'<body><main><h1>Officers at the door</h1> <ol><li>Keep the door closed.</li></ol> </main>'
	);
	expect(html).not.toMatch(/script|style|svg|class|Menu/);
});
