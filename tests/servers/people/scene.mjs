// What customers have written before anyone connects an account, so that an inbox is not empty.

const SCENE = [
  {
    post: 'New beans are in ☕ Roasted this morning.',
    comment: 'Do you ship to Norway?',
    mention: 'my order 1234 is late. Where is it?',
    direct: 'I would rather not say this in public: the bag was open.',
  },
  {
    post: 'Yeni şehir bisikletlerimiz dükkânda 🚲',
    comment: 'Siyahı da var mı?',
    mention: 'siparişim ne zaman gelir?',
    direct: 'Fatura adresimi değiştirebilir misiniz?',
  },
];

/** Writes the scene on one server and waits until it can be read. */
export const playScene = async (people) => {
  const { brands, customers } = people;
  for (const [index, lines] of SCENE.entries()) {
    const brand = brands[index];
    const post = await people.announce(brand, lines.post);
    await people.settle(); // a comment that is indexed together with its post can go without a notification
    await people.comment(customers[index], post, lines.comment, brand);
    await people.mention(customers[2], brand, lines.mention);
    await people.direct(customers[index], brand, lines.direct);
  }
  await people.settle();
};
