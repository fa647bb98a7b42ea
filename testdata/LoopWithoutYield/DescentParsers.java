package cases.loopwithoutyield;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.annotations.Cooperative;

/** Recursive descent: each call goes on where the one before it has stopped reading. */
public class DescentParsers {

  /** Over characters, with helpers that look and go on. */
  static class Calculator {
    private final String text;
    private int pos;

    Calculator(String text) {
      this.text = text;
    }

    @Cooperative
    int evaluate() {
      return sum();
    }

    private int sum() {
      int value = product();
      while (peek() == '+') {
        pos++;
        value += product();
      }
      return value;
    }

    private int product() {
      int value = factor();
      while (peek() == '*') {
        next();
        value *= factor();
      }
      return value;
    }

    private int factor() {
      if (peek() == '(') {
        next();
        int value = sum();
        next();
        return value;
      }
      if (peek() == '-') {
        pos++;
        return -factor();
      }
      int value = 0;
      while (Character.isDigit(peek())) {
        value = value * 10 + next() - '0';
      }
      return value;
    }

    private char peek() {
      return pos < text.length() ? text.charAt(pos) : '\0';
    }

    private char next() {
      return text.charAt(pos++);
    }
  }

  /** Over tokens, one method for all kinds of values. */
  static class Values {
    private final List<String> tokens;
    private int at;

    Values(List<String> tokens) {
      this.tokens = tokens;
    }

    @Cooperative
    Object value() {
      String token = tokens.get(at++);
      if (!token.equals("[")) {
        return token;
      }
      List<Object> all = new ArrayList<>();
      while (!tokens.get(at).equals("]")) {
        all.add(value());
      }
      at++;
      return all;
    }
  }

  /** By a helper that both looks and goes on. */
  static class Matching {
    enum Kind {
      PLUS,
      MINUS,
      NUMBER,
      END
    }

    private final List<Kind> kinds;
    private int current;

    Matching(List<Kind> kinds) {
      this.kinds = kinds;
    }

    @Cooperative
    int sum() {
      int value = unary();
      while (match(Kind.PLUS)) {
        value += unary();
      }
      return value;
    }

    private int unary() {
      return match(Kind.MINUS) ? -unary() : match(Kind.NUMBER) ? 1 : 0;
    }

    private boolean match(Kind kind) {
      if (kinds.get(current) != kind) {
        return false;
      }
      current++;
      return true;
    }
  }

  /** A number that goes up, and tells nobody where to look. */
  static class Attempts {
    private volatile boolean done;
    private int attempts;

    void finish() {
      done = true;
    }

    @Cooperative
    void await() {
      while (!succeeded()) { // want LoopWithoutYield "succeeded"
        attempts++;
      }
    }

    private boolean succeeded() {
      if (attempts % 100 == 0) {
        System.out.println("still waiting");
      }
      return done;
    }

    @Cooperative
    void again() {
      attempts++;
      if (!done) {
        again(); // want LoopWithoutYield "again"
      }
    }
  }
}
