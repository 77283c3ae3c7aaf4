import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { Annotation, EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { EditorDiagnostic } from '../../core/contract/diagnostics.ts';

/** A text view that is open. */
export interface SourceView {
	/** Another text than what was typed: after an undo of the screen, a fix, somebody else's edit. */
	show(text: string): void;
	mark(diagnostics: readonly EditorDiagnostic[]): void;
	close(): void;
}

const theme = EditorView.theme({
	'&': { color: 'var(--ink)', backgroundColor: 'var(--card)', fontSize: '0.8125rem' },
	'.cm-content': { fontFamily: 'ui-monospace, monospace', caretColor: 'var(--ink)' },
	'.cm-cursor': { borderLeftColor: 'var(--ink)' },
	'.cm-gutters': {
		backgroundColor: 'var(--paper)',
		color: 'var(--ink-soft)',
		borderInlineEnd: '1px solid var(--line)'
	},
	'.cm-tooltip': { backgroundColor: 'var(--card)', color: 'var(--ink)', borderColor: 'var(--line)' }
});

/** Marks what is put there by the screen, and was typed by nobody. */
const isOurs = Annotation.define<boolean>();

/**
 * Opens CodeMirror in a shadow root: it makes its style sheets by script there, which the page's policy
 * would refuse as elements.
 */
export function openSource(
	place: HTMLElement,
	text: string,
	label: string,
	onType: (text: string) => void
): SourceView {
	const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
	const tell = EditorView.updateListener.of(({ docChanged, state, transactions }) => {
		if (docChanged && !transactions.some((it) => it.annotation(isOurs))) {
			onType(state.doc.toString());
		}
	});
	const extensions = [
		[lineNumbers(), history(), EditorView.lineWrapping, lintGutter(), theme, tell],
		keymap.of([...defaultKeymap, ...historyKeymap]),
		EditorView.contentAttributes.of({ 'aria-label': label })
	];
	const view = new EditorView({ state: EditorState.create({ doc: text, extensions }), root });
	root.append(view.dom);
	return {
		show(next) {
			const { length } = view.state.doc;
			if (view.state.doc.toString() === next) return;
			const changes = { from: 0, to: length, insert: next };
			view.dispatch({ changes, annotations: isOurs.of(true) });
		},
		mark(diagnostics) {
			const found = diagnostics.map((it) => toDiagnostic(view.state, it));
			view.dispatch(setDiagnostics(view.state, found));
		},
		close() {
			view.destroy();
		}
	};
}

function toDiagnostic(state: EditorState, found: EditorDiagnostic): Diagnostic {
	const line = state.doc.line(Math.min(Math.max(found.line, 1), state.doc.lines));
	return {
		from: line.from,
		to: line.to,
		severity: found.severity === 'problem' ? 'error' : 'warning',
		message: `${found.problem}\n${found.remedy}`
	};
}
