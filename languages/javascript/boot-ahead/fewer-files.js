console.log('started plainly');
