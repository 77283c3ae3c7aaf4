import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Site } from '#tests/support/phone/site.ts';
import { forgetWalk, readTrustRow } from '#tests/support/phone/browser-phone.ts';
import type { TrustState } from '#lib/trust/trust-state.ts';
import { expect, readyFor, statusLine, test } from './site-test.ts';

/*
 * Lost and stolen keys, as docs/keys.md describes them: the real commands on a copy of the demo keys,
 * in front of the built app. `npm run keys:drill` runs this file alone.
 */
interface Drill {
	readonly keys: string;
	readonly run: (...args: string[]) => { status: number | null; said: string };
	readonly close: () => void;
}

function aDrill(): Drill {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-drill-'));
	const keys = join(folder, 'keys');
	cpSync('.keys', keys, { recursive: true });
	return {
		keys,
		run(...args) {
			const command = ['src/compiler/cli.ts', ...args, '--keys', keys];
			const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
			return { status, said: stdout + stderr };
		},
		close: () => rmSync(folder, { recursive: true, force: true })
	};
}

const files = (keys: string, role: string): string[] => globSync(`${keys}/${role}-*.pem`).sort();

/** Has the phone look for an edition now, and reads which root and edition it trusts after that. */
async function ask(page: Page, site: Site) {
	await page.goto(`${site.origin}/en/about/`);
	await page.getByRole('button', { name: 'Check now' }).first().click();
	return async () => {
		const state = (await page.evaluate(readTrustRow)) as TrustState | undefined;
		return { root: state?.root.version, edition: state?.installed?.version };
	};
}

/** The phone says that other keys sign, until its reader has looked. */
async function seeKeys(page: Page): Promise<void> {
	await expect(statusLine(page)).toContainText('other keys sign this');
	await statusLine(page).getByRole('button', { name: 'Show' }).click();
	await expect(statusLine(page)).toContainText('Ready for offline');
}

test('a drill of every key that can be lost or stolen', async ({ page, pageErrors, site }) => {
	pageErrors.rootsAreAsked();
	test.setTimeout(240_000);
	const drill = aDrill();
	const out = ['--out', site.publishedDir];
	const secrets = files(drill.keys, '*').map(
		(path) => readFileSync(path, 'utf8').split('\n')[1] ?? ''
	);
	const must = (...args: string[]): void => {
		const { status, said } = drill.run(...args);
		expect(status, said).toBe(0);
		for (const secret of secrets) expect(said).not.toContain(secret);
	};
	await readyFor(page, `${site.origin}/en/`);
	const start = await (await ask(page, site))();
	const root = (start.root ?? 0) + 1;
	const first = start.edition ?? 0;

	await test.step('the head key is stolen: another root, another head key', async () => {
		must('keys', 'rotate', '--role', 'head');
		must('renew', ...out);
		await expect.poll(await ask(page, site)).toEqual({ root, edition: first });
	});

	await test.step('the publishing key is lost: the next edition has a new one', async () => {
		for (const path of files(drill.keys, 'edition')) rmSync(path);
		must('keys', 'rotate', '--role', 'edition');
		must('build', ...out);
		await expect.poll(await ask(page, site)).toEqual({ root: root + 1, edition: first + 1 });
		await seeKeys(page);
	});

	await test.step('the publishing key is stolen: what it signed is never current', async () => {
		must('keys', 'rotate', '--role', 'edition');
		must('keys', 'rotate', '--role', 'head');
		// publish the root without the edition, as if the publisher were interrupted in between
		cpSync(join(drill.keys, 'trust'), join(site.publishedDir, 'trust'), { recursive: true });
		// the head still names the old root, so the phone must think that its daily check is due (ADR 0022)
		await page.evaluate(forgetWalk);
		await ask(page, site);
		await expect(statusLine(page)).toContainText(/Not confirmed since|failed our checks/);
		must('build', ...out);
		await expect.poll(await ask(page, site)).toEqual({ root: root + 3, edition: first + 2 });
		await seeKeys(page);
	});

	await test.step('one root key of three is lost: the other two put a new one in its place', async () => {
		const [lost = ''] = files(drill.keys, 'root');
		rmSync(lost);
		must('keys', 'rotate', '--role', 'root');
		must('build', ...out);
		await expect.poll(async () => (await (await ask(page, site))()).root).toBe(root + 4);
	});

	await test.step('all root keys are lost: no next root, and reading goes on', async () => {
		for (const path of files(drill.keys, 'root')) rmSync(path);
		const refused = drill.run('keys', 'renew');
		expect(refused.status).not.toBe(0);
		expect(refused.said).toContain('root keys must sign');
		must('renew', ...out);
		await expect.poll(async () => (await (await ask(page, site))()).root).toBe(root + 4);
	});

	await test.step('the published folder is lost and built anew: refused, until it is copied back', async () => {
		const kept = `${site.publishedDir}-kept`;
		// the server answers 503 while its folder is missing
		pageErrors.fileIsGone(/\/published\/head\.json$/);
		renameSync(site.publishedDir, kept);
		must('build', ...out);
		const { edition } = await (await ask(page, site))();
		await expect(statusLine(page)).toContainText('failed our checks');
		rmSync(site.publishedDir, { recursive: true });
		renameSync(kept, site.publishedDir);
		await expect.poll(async () => (await (await ask(page, site))()).edition).toBe(edition);
		await seeKeys(page);
	});

	await page.goto(`${site.origin}/en/guides/school-bus/`);
	await expect(page.getByText('Keep the doors closed.')).toBeVisible();
	drill.close();
});
