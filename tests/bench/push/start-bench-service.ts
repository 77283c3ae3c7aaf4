import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Certificate } from '#tests/support/server/self-signed.ts';

interface Behaviour {
	readonly delayMs?: number;
	readonly status?: number;
	readonly retryAfter?: string;
}

/** What came since the last report, and when the first and the last of it came, in ms since 1970. */
export interface ServiceReport {
	readonly received: number;
	readonly firstAt: number;
	readonly lastAt: number;
}

export interface BenchService {
	readonly origin: string;
	readonly report: () => Promise<ServiceReport>;
	readonly close: () => void;
}

/** A push service over TLS, HTTP/2 or HTTP/1.1, which takes none of this process's time. */
export async function startBenchService(
	certificate: Certificate,
	{ delayMs = 0, status = 201, ...rest }: Behaviour = {}
): Promise<BenchService> {
	const settings = JSON.stringify({ ...certificate, delayMs, status, ...rest });
	const child = fork(new URL('./bench-service.ts', import.meta.url), [settings]);
	const [port] = (await once(child, 'message')) as [number];
	return {
		origin: `https://localhost:${port}`,
		report: async () => {
			child.send('report');
			const [report] = (await once(child, 'message')) as [ServiceReport];
			return report;
		},
		close: () => {
			child.disconnect();
		}
	};
}
