/**
 * A file that is dropped where none is taken would otherwise be opened by the browser in the place of the page. Answers how to
 * end that.
 */
export function refuseStrayDrops(): () => void {
  window.addEventListener('dragover', keepPage);
  window.addEventListener('drop', keepPage);
  return () => {
    window.removeEventListener('dragover', keepPage);
    window.removeEventListener('drop', keepPage);
  };
}

function keepPage(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
}
