package cases.unguardedcheckthenact;

/** Many methods test a field and have the same helper fill it: one mistake, told three times. */
class OneHelperForAll {
  private static volatile StringBuilder shared;

  static void replace(StringBuilder by) {
    shared = by;
  }

  static int length() {
    if (shared == null) fill(); // want UnguardedCheckThenAct "shared"
    return shared.length();
  }

  static boolean empty() {
    if (shared == null) fill(); // want UnguardedCheckThenAct "shared"
    return shared.length() == 0;
  }

  static String text() {
    if (shared == null) fill(); // want UnguardedCheckThenAct "2 more like this in the class"
    return shared.toString();
  }

  static char first() {
    if (shared == null) fill();
    return shared.charAt(0);
  }

  static char second() {
    if (shared == null) fill();
    return shared.charAt(1);
  }

  /** What stands elsewhere is another one. */
  static StringBuilder own() {
    if (shared == null) {
      shared = new StringBuilder("own"); // want UnguardedCheckThenAct "shared"
    }
    return shared;
  }

  private static void fill() {
    shared = new StringBuilder("filled");
  }
}
