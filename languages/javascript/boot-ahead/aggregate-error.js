const errors = [new Error('one'), new TypeError('two')];
throw new AggregateError(errors, 'both');
