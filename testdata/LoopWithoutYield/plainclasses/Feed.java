package cases.loopwithoutyield.plainclasses;

/** Nothing here tells of threads or tasks. */
interface Feed {
  boolean more();

  String next();
}
