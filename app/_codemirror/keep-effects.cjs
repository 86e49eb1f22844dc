/**
 * The package of emacs' keys marks as pure, and so as not needed, the very calls that bind them: a build that believes it has
 * an emacs without a key. This takes the marks off, as its file is read.
 */
module.exports = (source) => source.replaceAll('/*@__PURE__*/EmacsHandler.', 'EmacsHandler.');
