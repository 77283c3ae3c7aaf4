/** Saves a file among the downloads. */
export function downloadFile(file: File): void {
	const url = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = url;
	link.download = file.name;
	link.click();
	// some browsers start the download later than the click, so the URL cannot be revoked at once
	setTimeout(() => {
		URL.revokeObjectURL(url);
	}, 60_000);
}
