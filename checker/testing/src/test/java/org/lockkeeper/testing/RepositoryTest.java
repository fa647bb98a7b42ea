package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What may stand in the repository. */
class RepositoryTest {
  /** Folders that exist on one machine only. */
  private static final Pattern MACHINE =
      Pattern.compile("(?<![\\w.}$])/(work|root|home|Users)/\\w");

  private static final Pattern HOST = Pattern.compile("https?://([\\w.-]+)");

  /** Hosts that are named for people to read, or to identify a schema. */
  private static final List<String> HOSTS =
      List.of(
          "maven.apache.org",
          "www.apache.org",
          "www.w3.org",
          "docs.oracle.com",
          "openjdk.org",
          "cwe.mitre.org",
          "wiki.sei.cmu.edu",
          "errorprone.info",
          "github.com",
          "json.schemastore.org",
          "docs.oasis-open.org",
          "localhost");

  @Test
  void namesNoMachineAndNoRegistry() {
    List<String> found = new ArrayList<>();
    for (Path file : Repository.files(Repository.root())) {
      String name = Repository.named(file);
      if (name.equals("LICENSE") || name.endsWith("RepositoryTest.java")) {
        continue;
      }
      String[] lines = text(file).split("\n");
      for (int i = 0; i < lines.length; i++) {
        String line = lines[i];
        if (MACHINE.matcher(line).find() || namesForeignHost(name, line)) {
          found.add(name + ":" + (i + 1) + ": " + line.strip());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  /** Test data may talk to whatever it likes under a name that is reserved for examples. */
  private static boolean namesForeignHost(String file, String line) {
    Matcher host = HOST.matcher(line);
    while (host.find()) {
      String name = host.group(1);
      boolean example =
          name.matches("(.*\\.)?(example(\\.\\w+)?|test|invalid|local)") || !name.contains(".");
      if (!HOSTS.contains(name) && !(example && !file.endsWith("pom.xml"))) {
        return true;
      }
    }
    return false;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
