import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyGoodContent } from './content-fixture.ts';

/** `npm run edit` on a small content folder of its own, which is a repository. */
export interface EditorScreen {
	/** Works once. */
	readonly address: string;
	readonly read: (path: string) => string;
	readonly git: (...args: string[]) => string;
	readonly close: () => void;
}

export async function anEditorScreen(): Promise<EditorScreen> {
	const built = spawnSync(process.execPath, ['src/editor/build-screen.ts'], { encoding: 'utf8' });
	if (built.status !== 0) throw new Error(`The screen was not built: ${built.stderr}`);
	const folder = mkdtempSync(join(tmpdir(), 'handrail-editor-'));
	const content = join(folder, 'src/content');
	mkdirSync(content, { recursive: true });
	copyGoodContent(content);
	const git = (...args: string[]): string =>
		spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).stdout;
	git('init', '--quiet', '--initial-branch=main');
	git('add', '.');
	const somebody = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org'];
	git(...somebody, 'commit', '--quiet', '--message', 'Begin');

	const args = [
		'src/editor/edit.ts',
		'--content',
		content,
		'--drafts',
		join(folder, 'drafts'),
		'--port',
		'0'
	];
	const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
	const address = await new Promise<string>((found, failed) => {
		let said = '';
		child.stdout.on('data', (text: Buffer) => {
			said += text.toString();
			const [address] = /http:\/\/localhost:\d+\/#\S+/.exec(said) ?? [];
			if (address !== undefined) found(address);
		});
		child.on('exit', () => {
			failed(new Error(`The editor ended: ${said}`));
		});
	});
	return {
		address,
		read: (path) => readFileSync(join(content, path), 'utf8'),
		git,
		close: () => {
			child.kill();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
