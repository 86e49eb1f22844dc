const element = <div>hi</div>;
console.log(element);
