/** A way to change a saved file so that a reader sees, or may see, something else. */
type Alter = (page: string) => string;

const by =
	(from: string | RegExp, to: string): Alter =>
	(page) =>
		page.replace(from, to);
const into =
	(markup: string, before = '</main>'): Alter =>
	(page) =>
		page.replace(before, () => markup + before);
const style = (rule: string): Alter => into(rule, '</style>');
const STEP = 'Keep the doors closed.';

/** All alterations by name, which says what is changed. */
export const ALTERATIONS: Readonly<Record<string, Alter>> = {
	'a step reversed': by(STEP, 'Open the doors.'),
	'a "not" lost': by('Do not give', 'Do give'),
	'a "not" put in': by(STEP, 'Do not keep the doors closed.'),
	'a letter that looks alike': by('doors', 'd\u043eors'),
	'a capital letter': by('Keep the', 'KEEP the'),
	'a full stop lost': by(STEP, 'Keep the doors closed'),
	'a word torn by the end of a line': by(STEP, STEP.replace('doors', 'do\rors')),
	'a space lost': by('the doors', 'thedoors'),
	'a step removed': by(`<li>${STEP}</li>`, ''),
	'a step twice': by(`<li>${STEP}</li>`, `<li>${STEP}</li>`.repeat(2)),
	'a step added': by(`<li>${STEP}</li>`, `<li>${STEP}</li><li>Sign the paper.</li>`),
	'two steps in another order': by(/(<li>Keep.*?<\/li>)(<li>.*?<\/li>)/, '$2$1'),
	'a list turned to bullets': by(/<ol>(.*?)<\/ol>/s, '<ul>$1</ul>'),
	'a heading changed': by('<h3>Do not</h3>', '<h3>Do this</h3>'),
	'a heading removed': by(/<h3>Do not<\/h3>/, ''),
	'the title': by(/<h2>.*?<\/h2>/, '<h2>Open every door</h2>'),
	'the title of the window': by(/<title>.*?<\/title>/, '<title>Official notice</title>'),
	'a telephone number': by('800-354-0365', '800-354-0366'),
	'where a number calls': by(/href="tel:[^"]+"/, 'href="tel:+19005550199"'),
	'whom a number is said to call': by(/<li>([^<:]+): <a href="tel/, '<li>Police: <a href="tel'),
	'where a source leads': by(/href="https:[^"]+" rel/, 'href="https://evil.example/" rel'),
	'a link without "noreferrer"': by(' rel="noreferrer"', ''),
	'a source removed': by(/<ul class="sources".*?<\/ul>/s, ''),
	'the name of a source': by('NYCSBUS', 'The Mayor'),
	'where the check is said to be': by(
		/href="[^"]+\/open\/"/,
		'href="https://evil.example/en/open/"'
	),
	'the address of the check, as text': by(
		'handrail.example/en/open/</a>',
		'evil.example/en/open/</a>'
	),
	'the number of the edition': by('Edition 57', 'Edition 58'),
	'the day of the edition': by('November 24, 2026', 'November 25, 2026'),
	'the day for which it speaks': by('As of 2025', 'As of 2026'),
	'"not checked" turned': by('Not yet checked by a lawyer', 'Checked by a lawyer'),
	'a label removed': by(/<p class="label"[^>]*>.*?<\/p>/s, ''),
	'the first label emptied': by(/(<p class="label"[^>]*>).*?(<\/p>)/s, '$1$2'),
	'"not legal advice" lost': by('This is information, not legal advice.', 'This is legal advice.'),
	'"not a government" lost': by(/(not legal advice\.) [^<]+/, '$1'),
	'the call to check it removed': by(/<p class="check">.*?<\/p>/s, ''),
	'its look, by a space that ends no name': by('<style>', '<style>\u00a0'),
	'its policy, by a space that ends no name': by('<meta http-equiv', '<meta\u00a0http-equiv'),
	'a sentence before the title': into('<p>Urgent! This changed today.</p>', '<article'),
	'a sentence at the end': into('<p>Send $50 to this number.</p>'),
	'a sentence after the template': into('<p>Send $50.</p>', '</body>'),
	'a text beside it all': into('More: evil.example', '<header>'),
	'something that cannot be seen': by('doors', 'do\u200bors'),
	'a soft hyphen': by('doors', 'do\u00adors'),
	'letters turned round': by('closed', '\u202edesolc\u202c'),
	'an isolate that does not end': by(STEP, `\u2067${STEP}`),
	'a script': into('<script>document.body.innerHTML="Open"</script>'),
	'a script of another host': into('<script src="https://evil.example/x.js"></script>', '</head>'),
	'a frame': into('<iframe src="https://evil.example/"></iframe>'),
	'a frame with a page in it': into('<iframe srcdoc="<p>Open the doors.</p>"></iframe>'),
	'a move to another page': into(
		'<meta http-equiv="refresh" content="0;url=https://evil.example/">',
		'</head>'
	),
	'a base for links': into('<base href="https://evil.example/">', '<title>'),
	'a picture': into('<img src="data:image/svg+xml,<svg/>" alt="Open the doors">'),
	'a drawing with words': into('<svg><text>Open the doors</text></svg>'),
	'a field to fill in': into('<form action="https://evil.example/"><input name="n"></form>'),
	'a dialog': into('<dialog open>Open the doors.</dialog>'),
	'the policy removed': by(/<meta http-equiv="content-security-policy"[^>]+>/, ''),
	'the policy loosened': by("default-src 'none'", 'default-src *'),
	'how letters are written': by('charset="utf-8"', 'charset="utf-7"'),
	'how letters are written, said too late': (page) =>
		page.replace('<html', `${'\n'.repeat(2000)}<html`),
	'a style that hides a step': style('ol>li:nth-child(1){display:none}'),
	'a style that writes words': style('h2::after{content:" (no longer true)"}'),
	'a style that strikes words': style('ol{text-decoration:line-through}'),
	'a style that turns letters': style('ol{unicode-bidi:bidi-override;direction:rtl}'),
	'a style that moves steps': style('ol{display:flex;flex-direction:column-reverse}'),
	'a second style': into('<style>.label{display:none}</style>', '</head>'),
	'a style removed': by(/counter-reset:s;/, ''),
	'a style on an element': by('<li>Keep', '<li style="font-size:0">Keep'),
	'a hidden step': by('<li>Keep', '<li hidden>Keep'),
	'a class': by('<li>Keep', '<li class="meta">Keep'),
	'a name for the ear alone': by('<li>Keep', '<li aria-label="Open the doors.">Keep'),
	'a step hidden from the ear': by('<li>Keep', '<li aria-hidden="true">Keep'),
	'words on pointing': by('<li>Keep', '<li title="Open the doors.">Keep'),
	'words that a click runs': by('<li>Keep', '<li onclick="alert(1)">Keep'),
	'the language': by('<html lang="en"', '<html lang="es"'),
	'the direction': by('dir="ltr">\n<head>', 'dir="rtl">\n<head>'),
	'a direction within': by('<li>Keep', '<li dir="rtl">Keep'),
	'a step struck out': by(STEP, `<del>${STEP}</del>`),
	'a step folded away': by(STEP, `<details>${STEP}</details>`),
	'a step in a template': by(STEP, `<template>${STEP}</template>`),
	'a step in a comment': by(STEP, `<!-- ${STEP} -->`),
	'a comment': into('<!-- checked by Handrail -->'),
	'a step in a noscript': by(STEP, `<noscript>${STEP}</noscript>`),
	'the form of the document': by('<!doctype html>', ''),
	'a template that ends early': by(
		'<template id="handrail-edition">\n',
		'<template id="handrail-edition"></template><p>Open the doors.</p><template id="handrail-edition">\n'
	),
	'words among what is carried': by(
		'\n</template>',
		'\n</template ><p>Open the doors.</p><template>\n</template>'
	),
	'words within a line of what is carried': by(
		'\n</template>',
		'\nx</template><p>Open the doors.</p><template>\n</template>'
	),
	'a doubled title, which no parser shows': into('<title>Another</title>', '</head>'),
	'names of elements as another program writes them': by('<main>', '<MAIN >'),
	'a page before the page': (page) => `<!doctype html><p>Open the doors.</p>${page}`,
	'a page after the page': (page) => `${page}<p>Open the doors.</p>`,
	'everything cut but what is carried': by(/<main>.*<\/main>/s, '<main></main>')
};
