package org.lockkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Error Prone's concurrency checks beside ours. */
class ErrorProneTest {
  private static final String BOTH =
      """
      package demo;

      import java.util.Map;
      import java.util.concurrent.ConcurrentHashMap;
      import org.lockkeeper.annotations.GuardedBy;

      class Both {
        private final Map<String, String> map = new ConcurrentHashMap<>();
        private volatile int count;

        void fill(String k) {
          if (!map.containsKey(k)) {
            map.put(k, k);
          }
          count++;
        }

        @SuppressWarnings("WaitNotInLoop")
        synchronized void pause() throws InterruptedException {
          wait();
        }
      }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void layOut() throws IOException {
    write("Both.java", BOTH);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void theirsStandAmongOurs() {
    Ran ran = Ran.in(folder, "check", ".");
    assertThat(ran.out())
        .containsSubsequence(
            "Both.java:13:10: warning: [UnguardedCheckThenAct] ",
            "Both.java:15:10: warning: [NonAtomicVolatileUpdate] This update of a volatile",
            "\n    count++;\n         ^\n",
            "2 findings (2 warnings) in 1 file");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void theyCanBeLeftOut() {
    assertThat(Ran.in(folder, "check", "--no-error-prone", ".").out())
        .contains("1 finding (1 warning) in 1 file");
    assertThat(Ran.in(folder, "check", "--checks", "-NonAtomicVolatileUpdate", ".").out())
        .contains("1 finding (1 warning) in 1 file");
    assertThat(Ran.in(folder, "check", "--exclude", "demo.Both", ".").out())
        .isEqualTo("no findings in 1 file\n");
  }

  @Test
  void theirSeveritiesAreOptionsToo() {
    Ran ran = Ran.in(folder, "check", "--checks", "NonAtomicVolatileUpdate=error", ".");
    assertThat(ran.out()).contains("error: [NonAtomicVolatileUpdate]", "(1 error, 1 warning)");
    ran = Ran.in(folder, "check", "--checks", "NonAtomicVolatileUpdate", "--fail-on=error", ".");
    assertThat(ran.out()).contains("1 finding (1 warning)").doesNotContain("UnguardedCheck");
    assertThat(ran.code()).isEqualTo(ExitCodes.CLEAN);
  }

  @Test
  void ourSuppressionSilencesThem() throws IOException {
    String answer =
        "  @org.lockkeeper.annotations.SuppressFinding(value = \"NonAtomicVolatileUpdate\", because"
            + " = \"one writer\")\n"
            + "  void fill";
    write("Both.java", BOTH.replace("  void fill", answer));
    assertThat(Ran.in(folder, "check", ".").out())
        .contains("[UnguardedCheckThenAct]", "1 finding (1 warning)")
        .doesNotContain("[NonAtomicVolatileUpdate]");
    write("Both.java", BOTH.replace("  void fill", answer.replace("one writer", "")));
    Ran without = Ran.in(folder, "check", ".");
    assertThat(without.out()).contains("[NonAtomicVolatileUpdate]");
    assertThat(without.err()).contains("@SuppressFinding gives no reason");
  }

  @Test
  void sarifDescribesThem() {
    String log = Ran.in(folder, "check", "--format", "sarif", ".").out();
    assertThat(log)
        .contains("\"ruleId\" : \"NonAtomicVolatileUpdate\"")
        .contains("errorprone.info/bugpattern/NonAtomicVolatileUpdate")
        .contains("demo.Both.fill");
  }

  @Test
  void guardedByIsOursUnlessAskedFor() throws IOException {
    write(
        "Both.java",
        """
        class Both {
          @com.google.errorprone.annotations.concurrent.GuardedBy("this")
          int n;
          final Runnable later = () -> n++;
          void set() {
            n = 1;
          }
        }
        """);
    Files.createDirectories(folder.resolve("fake/com/google/errorprone/annotations/concurrent"));
    write(
        "fake/com/google/errorprone/annotations/concurrent/GuardedBy.java",
        "package com.google.errorprone.annotations.concurrent;\n"
            + "public @interface GuardedBy { String[] value(); }\n");
    assertThat(Ran.in(folder, "check", ".").out()).doesNotContain("[GuardedBy]");
    Ran both = Ran.in(folder, "check", "--checks", "+GuardedBy", ".");
    assertThat(both.out()).doesNotContain("[GuardedBy]").contains("[UnguardedAccess]");
    Ran theirs = Ran.in(folder, "check", "--checks", "+GuardedBy,-UnguardedAccess", ".");
    assertThat(theirs.out()).contains("[GuardedBy]");
  }

  @Test
  void filesWithErrorsAreLeftOut() throws IOException {
    write("Broken.java", "class Broken { volatile int n; void m() { n++; nothing(); } }");
    Ran ran = Ran.in(folder, "check", ".");
    assertThat(ran.out()).contains("Both.java:15:10").doesNotContain("Broken.java");
    assertThat(ran.err()).contains("Error Prone's checks leave out 1 file that does not compile");
  }

  @Test
  void explainsThem() {
    assertThat(Ran.in(folder, "explain", "WaitNotInLoop").out())
        .contains("spurious wakeups", "https://errorprone.info/bugpattern/WaitNotInLoop");
  }

  @Test
  void theirFixesAreApplied() throws IOException {
    write(
        "Both.java",
        """
        package demo;

        import java.util.concurrent.locks.Lock;
        import java.util.concurrent.locks.ReentrantLock;

        class Both {
          private final Lock lock = new ReentrantLock();
          private Object it;
          private boolean ready;
          private int uses;

          Object get() {
            if (it == null) {
              synchronized (this) {
                if (it == null) {
                  it = new Object();
                }
              }
            }
            return it;
          }

          synchronized void pause() throws InterruptedException {
            if (!ready) {
              wait();
            }
          }

          int use() {
            lock.lock();
            uses++; // once more
            int now = uses;
            lock.unlock();
            return now;
          }

          void forget() {
            try {
              lock.lock();
              uses = 0;
            } finally {
              lock.unlock();
            }
          }
        }
        """);
    Ran ran = Ran.in(folder, "check", "--fix", ".");
    assertThat(ran.err()).contains("applied 4 fixes in 1 file; 0 findings are left");
    assertThat(Files.readString(folder.resolve("Both.java")))
        .contains("  private volatile Object it;\n")
        .contains("    while (!ready) {\n      wait();\n    }\n")
        .contains(
            """
                int now;
                lock.lock();
                try {
                  uses++; // once more
                  now = uses;
                } finally {
                  lock.unlock();
                }
                return now;
            """)
        .contains(
            """
              void forget() {
                lock.lock();
                try {
                  uses = 0;
                } finally {
            """);
  }
}
