import { expect, test, vi } from 'vitest';
import { watchForProxy } from './watch-for-proxy.ts';

/** Lines of the log that some requests leave, by their headers. */
function logged(isLocal: boolean, ...requests: Record<string, string>[]): string[] {
	const lines: string[] = [];
	const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
		lines.push(String(line));
		return true;
	});
	const look = watchForProxy({ isLocal });
	for (const headers of requests) look({ headers });
	stderr.mockRestore();
	return lines;
}

const HERE = { host: 'localhost:4173', connection: 'keep-alive', 'user-agent': 'curl/8' };

test.each([
	['the name of a site', { host: 'handrail.example' }],
	['an address of the network', { host: '192.168.1.7:4173' }],
	['what is no name', { host: '[' }],
	['X-Forwarded-For', { ...HERE, 'x-forwarded-for': '203.0.113.7' }],
	['X-Forwarded-Host', { ...HERE, 'x-forwarded-host': 'handrail.example' }],
	['Forwarded', { ...HERE, forwarded: 'for=203.0.113.7' }],
	['Via', { ...HERE, via: '1.1 proxy' }]
])('a server for this machine says once that readers come by a proxy: %s', (_what, headers) => {
	const lines = logged(true, HERE, headers, headers);
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatch(/"event":"origin-not-set","alert":true.*set ORIGIN.*TRUST_PROXY/);
	expect(lines[0]).not.toMatch(/203\.0|handrail\.example|192\.168/);
});

test('it says nothing of who asks directly, and a public server nothing at all', () => {
	expect(logged(true, HERE, { host: '127.0.0.1:4173' }, { host: '[::1]:4173' }, {})).toEqual([]);
	expect(logged(false, { host: 'handrail.example', 'x-forwarded-for': '203.0.113.7' })).toEqual([]);
});
