"""What tests of rooms, objects and panoramas have in common."""

#: Waits until a stage draws no more and fetches nothing: ``page.evaluate(SETTLED, ".walk")``.
SETTLED = """async (selector) => {
  const { stage, walk } = document.querySelector(selector);
  const until = Date.now() + 60000;
  for (let before = -1; before !== stage.frames || walk?.hanging.fetching || stage.asked; ) {
    if (Date.now() > until) throw Error(`not at rest: ${stage.frames} frames, ${stage.asked} asked for`);
    before = stage.frames;
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
}"""
