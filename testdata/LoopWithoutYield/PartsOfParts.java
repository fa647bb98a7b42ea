package cases.loopwithoutyield;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.annotations.Cooperative;

/** Loops over what the rounds of another loop bring: all of it together is as long as it is. */
public class PartsOfParts {
  static class Group {
    private final List<String> members = new ArrayList<>();

    void greet(StringBuilder out) {
      for (String member : members) {
        out.append(member);
      }
    }
  }

  /** A group of groups, which are asked in turn. */
  static final class Merged extends Group {
    private final Group[] parts;

    Merged(Group[] parts) {
      this.parts = parts;
    }

    @Override
    void greet(StringBuilder out) {
      for (Group part : parts) {
        part.greet(out);
      }
    }
  }

  private final List<Group> groups = new ArrayList<>();
  private final List<String> rules = new ArrayList<>();
  private final int[][] rows = new int[8][];
  private Group all = new Merged(new Group[0]);

  @Cooperative
  void greet(StringBuilder out) {
    all.greet(out);
  }

  @Cooperative
  void inLambdas(StringBuilder out) {
    groups.forEach(g -> g.members.forEach(out::append));
  }

  @Cooperative
  void allRulesForEach(StringBuilder out) {
    groups.forEach(g -> rules.forEach(out::append)); // want LoopWithoutYield "quadratic"
  }

  @Cooperative
  int oneRow(int[] row, int k) {
    int sum = 0;
    for (int i = 0; i < row.length; i++) { // want LoopWithoutYield "quadratic"
      for (int j = 0; j < rows[k].length; j++) {
        sum += row[i] * rows[k][j];
      }
    }
    return sum;
  }

  @Cooperative
  void byHelper(StringBuilder out) {
    for (Group g : groups) { // want LoopWithoutYield "quadratic"
      out.append(g);
      rules(out);
    }
  }

  private void rules(StringBuilder out) {
    rules.forEach(out::append);
  }

  @Cooperative
  String withoutTrailingSpace(String text) {
    StringBuilder out = new StringBuilder();
    for (String line : text.split("\n")) {
      int end = line.length();
      while (end > 0 && line.charAt(end - 1) == ' ') {
        end--;
      }
      out.append(line, 0, end);
    }
    return out.toString();
  }

  @Cooperative
  int sameText(String[] lines, String text) {
    int found = 0;
    for (String line : lines) { // want LoopWithoutYield "quadratic"
      int end = text.length();
      while (end > 0 && text.charAt(end - 1) != line.charAt(0)) {
        end--;
      }
      found += end;
    }
    return found;
  }
}
