import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Makes an empty folder that is deleted after the test. */
export function aTemporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-'));
	onTestFinished(() => {
		rmSync(folder, { recursive: true, force: true });
	});
	return folder;
}
