package org.lockkeeper.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lockkeeper.order.LockFacts;
import org.lockkeeper.order.LockFacts.Kind;
import org.lockkeeper.order.LockFacts.Nesting;

/**
 * Files of what modules tell of their locks: one statement a line, as JSON, sorted, none twice. So
 * a file of several modules is the sorted union of their lines ({@code sort -u}).
 */
final class LockFactsFile {
  private static final String HEAD = "{\"format\":\"lockkeeper locks 1\"}";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private LockFactsFile() {}

  /**
   * Writes a file anew.
   *
   * @throws BadInput when it cannot be written
   */
  static void write(LockFacts facts, Path file) {
    try {
      Files.write(file, lines(facts));
    } catch (IOException e) {
      throw new BadInput("cannot write " + file + ": " + e.getMessage());
    }
  }

  /** The content of a file. */
  static SortedSet<String> lines(LockFacts facts) {
    SortedSet<String> lines = new TreeSet<>();
    lines.add(HEAD);
    facts.kinds().forEach(each -> lines.add(line("class", each)));
    facts.nestings().forEach(each -> lines.add(line("nesting", each)));
    facts.written().forEach(each -> lines.add(line("written", each)));
    return lines;
  }

  private static String line(String key, Object value) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set(key, RecordJson.write(value));
    return node.toString();
  }

  /**
   * Reads a file.
   *
   * @param name what the user calls it
   * @throws BadInput when it cannot be read, or is none of this version's; the message says where
   */
  static LockFacts read(Path file, String name) {
    try {
      return parse(Files.readAllLines(file), name);
    } catch (NoSuchFileException e) {
      throw new BadInput("no such file: " + name);
    } catch (IOException e) {
      throw new BadInput("cannot read " + name + ": " + e.getMessage());
    }
  }

  /**
   * From the content of a file; the order of the lines makes no difference.
   *
   * @throws BadInput as {@link #read} does
   */
  static LockFacts parse(List<String> lines, String name) {
    if (!lines.contains(HEAD)) {
      throw new BadInput(name + " was not written by scan --facts-out of this version");
    }
    Set<Nesting> nestings = new LinkedHashSet<>();
    Set<Kind> kinds = new LinkedHashSet<>();
    SortedSet<String> written = new TreeSet<>();
    for (int i = 0; i < lines.size(); i++) {
      try {
        JsonNode node = MAPPER.readTree(lines.get(i));
        if (node.has("nesting")) {
          nestings.add((Nesting) RecordJson.read(node.get("nesting"), Nesting.class));
        } else if (node.has("class")) {
          kinds.add((Kind) RecordJson.read(node.get("class"), Kind.class));
        } else if (node.has("written")) {
          written.add((String) RecordJson.read(node.get("written"), String.class));
        } else if (!node.has("format")) {
          throw new IllegalArgumentException("unknown statement");
        }
      } catch (JsonProcessingException | IllegalArgumentException e) {
        throw new BadInput(name + ":" + (i + 1) + ": " + e.getMessage());
      }
    }
    return new LockFacts(nestings, kinds, written);
  }
}
