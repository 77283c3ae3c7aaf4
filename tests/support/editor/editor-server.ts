import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#tests/bench/network/free-port.ts';
import { copyGoodContent } from '../publisher/content-fixture.ts';

/** `npm run edit` on a content folder of its own, which is a repository. */
export interface EditorScreen {
	/** Works once. */
	readonly address: string;
	readonly read: (path: string) => string;
	readonly git: (...args: string[]) => string;
	/** Ends it, as Ctrl-C does. */
	readonly stop: () => Promise<void>;
	/** Starts it at the same address, where it knows no tab from before. */
	readonly restart: () => Promise<string>;
	readonly close: () => Promise<void>;
}

interface Options {
	/** Puts the content where it will be edited; without it, the small valid tree. */
	readonly copyContent?: (to: string) => void;
	/** More words for its command line, where its folder is known. */
	readonly more?: (folder: string) => readonly string[];
	/** For several people, who sign in. Its address lets the first one in. */
	readonly isTeam?: boolean;
}

export async function anEditorScreen({
	copyContent = copyGoodContent,
	more = () => [],
	isTeam = false
}: Options = {}): Promise<EditorScreen> {
	const built = spawnSync(process.execPath, ['src/editor/build-screen.ts'], { encoding: 'utf8' });
	if (built.status !== 0) throw new Error(`The screen was not built: ${built.stderr}`);
	const folder = mkdtempSync(join(tmpdir(), 'handrail-editor-'));
	const content = join(folder, 'src/content');
	mkdirSync(content, { recursive: true });
	copyContent(content);
	const git = (...args: string[]): string =>
		spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).stdout;
	git('init', '--quiet', '--initial-branch=main');
	git('add', '.');
	const somebody = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org'];
	git(...somebody, 'commit', '--quiet', '--message', 'Begin');
	// where versions are sent: another folder, and no other machine
	const others = join(folder, '.git/others');
	git('init', '--quiet', '--bare', others);
	git('remote', 'add', 'origin', others);
	git('push', '--quiet', 'origin', 'main');

	let child: ChildProcess | undefined;
	const start = async (port: number): Promise<string> => {
		const own = spawn(
			process.execPath,
			[
				...['src/editor/edit.ts', '--content', content, '--drafts', join(folder, 'drafts')],
				...['--port', String(port), ...more(folder)]
			],
			{
				stdio: ['pipe', 'pipe', 'inherit'],
				env: {
					...process.env,
					...(isTeam && {
						EDITOR_TEAM: 'on',
						EDITOR_ORIGIN: `http://localhost:${String(port)}`
					})
				}
			}
		);
		child = own;
		return new Promise<string>((found, failed) => {
			let said = '';
			own.stdout.on('data', (text: Buffer) => {
				said += text.toString();
				const [address] = /http:\/\/localhost:\d+\/(?:join)?#\S+/.exec(said) ?? [];
				if (address !== undefined) found(address);
			});
			own.on('exit', () => {
				failed(new Error(`The editor ended: ${said}`));
			});
		});
	};
	const address = await start(isTeam ? await freePort() : 0);
	const stop = async (): Promise<void> => {
		const own = child;
		if (!own || own.exitCode !== null) return;
		const ended = new Promise((resolve) => own.once('exit', resolve));
		own.kill();
		await ended;
	};
	return {
		address,
		read: (path) => readFileSync(join(content, path), 'utf8'),
		git,
		stop,
		restart: () => start(Number(new URL(address).port)),
		close: async () => {
			await stop();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
