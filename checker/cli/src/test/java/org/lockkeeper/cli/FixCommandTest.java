package org.lockkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --fix} and {@code annotate}. */
class FixCommandTest {

  private static final String CACHE =
      """
      package demo;

      import java.util.Map;
      import java.util.concurrent.ConcurrentHashMap;

      class Cache {
        private final Map<String, String> cache = new ConcurrentHashMap<>();

        // Fills it.
        void fill(String k) {
          if (!cache.containsKey(k)) {
            cache.put(k, k + k);
          }
        }
      }
      """;

  private static final String FIXED =
      CACHE.replace(
          """
              if (!cache.containsKey(k)) {
                cache.put(k, k + k);
              }
          """,
          """
              cache.computeIfAbsent(k, key -> key + key);
          """);

  @TempDir private Path folder;

  @BeforeEach
  void layOut() throws IOException {
    write("src/demo/Cache.java", CACHE);
  }

  @Test
  void appliesFixesAndReportsWhatIsLeft() throws IOException {
    Ran ran = Ran.in(folder, "check", "--fix", "src");
    assertThat(read("src/demo/Cache.java")).isEqualTo(FIXED);
    assertThat(ran.code()).isEqualTo(ExitCodes.CLEAN);
    assertThat(ran.err()).contains("applied 1 fix in 1 file; 0 findings are left");
    assertThat(ran.out()).isEqualTo("no findings in 1 file\n");
  }

  @Test
  void printsADiffAndChangesNothing() throws IOException {
    Ran ran = Ran.in(folder, "check", "--fix=diff", "src");
    assertThat(read("src/demo/Cache.java")).isEqualTo(CACHE);
    assertThat(ran.code()).isEqualTo(ExitCodes.FINDINGS);
    assertThat(ran.out())
        .isEqualTo(
            """
            --- a/src/demo/Cache.java
            +++ b/src/demo/Cache.java
            @@ -8,8 +8,6 @@
            \s
               // Fills it.
               void fill(String k) {
            -    if (!cache.containsKey(k)) {
            -      cache.put(k, k + k);
            -    }
            +    cache.computeIfAbsent(k, key -> key + key);
               }
             }
            """);
  }

  @Test
  void keepsLineBreaksAndTabs() throws IOException {
    String tabs = CACHE.replace("  ", "\t").replace("\n", "\r\n");
    write("src/demo/Cache.java", tabs);
    Ran.in(folder, "check", "--fix", "src");
    assertThat(read("src/demo/Cache.java"))
        .isEqualTo(FIXED.replace("  ", "\t").replace("\n", "\r\n"));
  }

  @Test
  void overlappingFixesTakeRounds() throws IOException {
    write(
        "src/demo/Cache.java",
        """
        package demo;

        import java.util.concurrent.ConcurrentHashMap;
        import java.util.concurrent.ConcurrentMap;

        class Cache {
          private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();

          void count(String word) {
            Integer n = counts.get(word);
            if (n == null) {
              counts.put(word, 1);
            } else {
              counts.put(word, n + 1);
            }
          }
        }
        """);
    Ran ran = Ran.in(folder, "check", "--fix", "src");
    assertThat(read("src/demo/Cache.java")).contains("    counts.merge(word, 1, Integer::sum);\n");
    assertThat(ran.out()).isEqualTo("no findings in 1 file\n");
  }

  @Test
  void annotatesAsADiffOrInPlace() throws IOException {
    String plain =
        """
        package demo;

        class Counter {
          private final Object lock = new Object();
          private int hits;
          private int some, more;

          void hit() {
            synchronized (lock) {
              add(1);
              some++;
              more++;
            }
          }

          int hits() {
            synchronized (lock) {
              return hits;
            }
          }

          private void add(int n) {
            hits += n;
          }
        }
        """;
    write("src/demo/Counter.java", plain);
    Ran diff = Ran.in(folder, "annotate", "src");
    assertThat(diff.out())
        .contains("+  @GuardedBy(\"lock\")\n   private int hits;")
        .contains("+  @Holding(\"lock\")\n   private void add(int n) {");
    assertThat(diff.err())
        .contains("Counter.java:5: @GuardedBy(\"lock\"): held at 3 of 3 uses")
        .contains("2 annotations in 1 file");
    assertThat(read("src/demo/Counter.java")).isEqualTo(plain);
    Ran done = Ran.in(folder, "annotate", "--in-place", "src");
    assertThat(done.code()).isEqualTo(ExitCodes.CLEAN);
    assertThat(read("src/demo/Counter.java"))
        .contains("import org.lockkeeper.annotations.GuardedBy;\n")
        .contains("import org.lockkeeper.annotations.Holding;\n")
        .contains("  @GuardedBy(\"lock\")\n  private int hits;");
    assertThat(Ran.in(folder, "annotate", "src").out()).isEmpty();
  }

  @Test
  void callbacksOfASchedulerAreCooperative() throws IOException {
    write(
        "src/demo/Button.java",
        """
        package demo;

        import java.awt.event.ActionEvent;
        import java.awt.event.ActionListener;

        class Button implements ActionListener {
          @Override
          public void actionPerformed(ActionEvent event) {
            System.out.println(event.getActionCommand());
          }

          void plain() {
            System.out.println("plain");
          }
        }
        """);
    Ran ran = Ran.in(folder, "annotate", "src");
    assertThat(ran.out()).contains("+  @Cooperative(\"ui\")\n   @Override\n");
    assertThat(ran.err())
        .contains("Button.java:8: @Cooperative(\"ui\"): `actionPerformed` runs on ui")
        .contains("1 annotation in");
  }

  @Test
  void theLockAroundMoreComesFirst() throws IOException {
    write(
        "src/demo/Peak.java",
        """
        package demo;

        class Peak {
          private final Object lock = new Object();
          private int max;
          private int raised;

          void see(int n) {
            if (n > max) {
              max = n;
              raised++;
            }
          }

          void reset() {
            synchronized (lock) {
              max = 0;
              raised = 0;
            }
          }

          int raised() {
            synchronized (lock) {
              return max + raised;
            }
          }
        }
        """);
    Ran ran = Ran.in(folder, "check", "--no-error-prone", "--fix", "src");
    assertThat(read("src/demo/Peak.java"))
        .contains(
            """
                synchronized (lock) {
                  if (n > max) {
                    max = n;
                    raised++;
                  }
                }
            """);
    assertThat(ran.out()).isEqualTo("no findings in 2 files\n");
  }

  @Test
  void whatAnonymousClassesCaptureIsNoFieldToAnnotate() throws IOException {
    write(
        "src/demo/Lazy.java",
        """
        package demo;

        class Lazy {
          static class Box {
            String text;
          }

          abstract static class Reader {
            abstract String read();
          }

          private volatile Reader reader;

          void reset() {
            Box box = new Box();
            reader =
                new Reader() {
                  @Override
                  String read() {
                    synchronized (this) {
                      if (box.text == null) {
                        box.text = "read";
                      }
                      return box.text;
                    }
                  }
                };
          }
        }
        """);
    Ran.in(folder, "annotate", "--in-place", "src");
    assertThat(read("src/demo/Lazy.java")).doesNotContain("@GuardedBy");
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}
