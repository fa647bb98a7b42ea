package cases.loopwithoutyield;

import org.lockkeeper.annotations.Cooperative;

/** Loops over two texts cost their product; parsers go through one text once. */
@Cooperative
class TwoTexts {
  private static final String VOWELS = "aeiou";

  int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 1; i <= a.length(); i++) { // want LoopWithoutYield "quadratic"
      for (int j = 1; j <= b.length(); j++) {
        d[i][j] = Math.min(d[i - 1][j], d[i][j - 1]) + 1;
      }
    }
    return d[a.length()][b.length()];
  }

  int find(String text, String part) {
    for (int i = 0; i + part.length() <= text.length(); i++) { // want LoopWithoutYield "quadratic"
      int j = 0;
      while (j < part.length() && text.charAt(i + j) == part.charAt(j)) {
        j++;
      }
      if (j == part.length()) {
        return i;
      }
    }
    return -1;
  }

  int fields(String line) {
    int count = 0;
    int at = 0;
    while (at < line.length()) {
      int end = at;
      while (end < line.length() && line.charAt(end) != ',') {
        end++;
      }
      count++;
      at = end + 1;
    }
    return count;
  }

  int words(String[] words) {
    int letters = 0;
    for (String word : words) {
      for (int i = 0; i < word.length(); i++) {
        letters += Character.isLetter(word.charAt(i)) ? 1 : 0;
      }
    }
    return letters;
  }

  int vowels(String text) {
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      for (int j = 0; j < VOWELS.length(); j++) {
        found += text.charAt(i) == VOWELS.charAt(j) ? 1 : 0;
      }
    }
    return found;
  }

  int literal(String text) {
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      String separators = ",;:";
      for (int j = 0; j < separators.length(); j++) {
        found += text.charAt(i) == separators.charAt(j) ? 1 : 0;
      }
    }
    return found;
  }
}
