// Only browsers without modules run this: they are too old for the program.
document.getElementById('boot').setAttribute('data-state', 'old');
