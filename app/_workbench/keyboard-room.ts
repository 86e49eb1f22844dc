/** A device's keyboard is higher than any bar that a browser shows or hides. */
const leastKeyboard = 120;

/**
 * While the device's keyboard covers the page's lower part, the page is as high as what is seen of it. Browsers
 * otherwise leave it as it is and push it up, with the header and the way to Run out of sight. Answers how to end that.
 */
export function fitAboveKeyboard(): () => void {
  const { visualViewport: seen } = window;
  if (!seen) return () => undefined;
  const { style } = document.documentElement;
  const fit = () => {
    const covered = document.documentElement.clientHeight - seen.height;
    // Enlarged by two fingers less is seen too, and nothing covered.
    const isOpen = covered > leastKeyboard && seen.scale < 1.05;
    style.setProperty('--seen-height', isOpen ? `${seen.height}px` : null);
    style.setProperty('--seen-top', isOpen ? `${seen.offsetTop}px` : null);
    document.documentElement.toggleAttribute('data-keyboard', isOpen);
  };
  seen.addEventListener('resize', fit);
  seen.addEventListener('scroll', fit);
  return () => {
    seen.removeEventListener('resize', fit);
    seen.removeEventListener('scroll', fit);
  };
}
