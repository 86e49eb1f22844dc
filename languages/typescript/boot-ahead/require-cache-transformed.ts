enum Size { Small, Large }
console.log(Size, Object.keys(require.cache), process.sourceMapsEnabled, module.children.length);
