package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Edit;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Fix;
import org.lockkeeper.check.Severity;
import org.lockkeeper.edit.Mender;
import org.lockkeeper.edit.Patches;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Site;

/** Edits that few findings ask for, in all forms of the source that they stand in. */
class EditsTest {
  private static final About ABOUT =
      new About("LeakedLock", "A lock stays locked", Severity.WARNING, List.of());

  @Test
  void whatALockProtectsRunsInTryAndItsReleaseInFinally() {
    String text =
        """
        class Account {
          private final Lock lock = new ReentrantLock();

          int pay(int sum) {
            lock.lock();
            int rest = balance - sum; // before fees
            if (rest < 0) {
              throw new IllegalStateException("poor");
            }
            for (Listener each : listeners) {
              each.paid(sum);
            }
            lock.unlock();
            return rest;
          }
        }
        """;
    assertThat(released(text))
        .contains(
            """
                int rest;
                lock.lock();
                try {
                  rest = balance - sum; // before fees
                  if (rest < 0) {
                    throw new IllegalStateException("poor");
                  }
                  for (Listener each : listeners) {
                    each.paid(sum);
                  }
                } finally {
                  lock.unlock();
                }
                return rest;
            """);
  }

  @Test
  void returnsAndNestedBlocksStay() {
    String text =
        """
        class Account {
        \tint pay(int sum) {
        \t\tlock.lock();
        \t\tswitch (sum) {
        \t\t\tcase 0:
        \t\t\t\treturn 0;
        \t\t\tdefault:
        \t\t\t\tbalance -= sum;
        \t\t}
        \t\tlock.unlock(); // never reached above
        \t\treturn balance;
        \t}
        }
        """;
    assertThat(released(text))
        .contains(
            "\t\ttry {\n\t\t\tswitch (sum) {\n\t\t\t\tcase 0:\n\t\t\t\t\treturn 0;\n",
            "\t\t} finally {\n"
                + "\t\t\tlock.unlock();\n"
                + "\t\t} // never reached above\n"
                + "\t\treturn balance;");
  }

  @Test
  void aReleaseElsewhereIsRefused() {
    String inBranch =
        """
        class Account {
          void pay(int sum) {
            lock.lock();
            if (sum > 0) {
              balance -= sum;
              lock.unlock();
            }
          }
        }
        """;
    assertThat(refusal(inBranch))
        .isEqualTo("the release does not stand in the block of the acquisition");
    String guessed =
        """
        class Account {
          int pay(int sum) {
            lock.lock();
            var rest = balance - sum;
            lock.unlock();
            return rest;
          }
        }
        """;
    assertThat(refusal(guessed)).contains("`rest` is used behind it");
  }

  @Test
  void volatileComesBeforeTheType() {
    String text =
        """
        class Config {
          /** Read by all. */
          @Deprecated private static String current = "none";
          private final String name = "name";
          volatile boolean ready;
        }
        """;
    assertThat(modified(text, "current")).contains("@Deprecated private static volatile String");
    assertThat(modified(text, "name")).isEqualTo(text);
    assertThat(modified(text, "ready")).isEqualTo(text);
  }

  private static String released(String text) {
    Finding mended = mended(text, release(text));
    assertThat(mended.fixes().get(0).title()).isEqualTo("release `lock` in `finally`");
    return applied(text, mended);
  }

  private static String refusal(String text) {
    Finding mended = mended(text, release(text));
    assertThat(applied(text, mended)).isEqualTo(text);
    return mended.refused();
  }

  private static Edit release(String text) {
    return new Edit.ReleaseInFinally(site(text, ".lock()"), site(text, ".unlock()"));
  }

  private static String modified(String text, String field) {
    return applied(text, mended(text, new Edit.AddModifier(site(text, field), "volatile")));
  }

  private static Finding mended(String text, Edit edit) {
    Finding finding =
        Finding.of(ABOUT, edit.anchor(), "leaks").with(new Fix("title", List.of(edit)));
    return new Mender(file -> Optional.of(text)).mend(finding);
  }

  private static String applied(String text, Finding finding) {
    return Patches.apply("T.java", text, List.of(finding.fixes().get(0).patch()));
  }

  private static Site site(String text, String mark) {
    MethodRef in = new MethodRef("Account", "pay", List.of("int"), "int");
    return new Site(in, "T.java", 1, 1, text.indexOf(mark));
  }
}
