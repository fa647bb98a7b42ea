package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lockkeeper.bytecode.ClassFiles;
import org.lockkeeper.facts.FactFile;
import org.lockkeeper.facts.ShippedModels;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodRef;

/**
 * What models say of members of libraries is about something outlined. What they say of a type as
 * such needs no outline: the name that stands in the source is enough.
 */
class OutlinesTest {
  private final Path jar = jar();

  private static Path jar() {
    try {
      return Path.of(OutlinesTest.class.getResource("/outlines.jar").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatModelsSayOfMembersIsAboutSomethingOutlined() throws IOException {
    Path list = Repository.root().resolve("checker/testing/src/test/resources/outlines.txt");
    Set<String> without =
        Case.read(list)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split("\\s+", 2)[0])
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed = new HashSet<>();
    try (ClassFiles files = ClassFiles.open(List.of(jar), 0)) {
      for (String key : members()) {
        if (!has(key, files)) {
          List<String> as = names(key).stream().filter(without::contains).toList();
          assertThat(as).as("an outline, or a line in outlines.txt, for %s", key).isNotEmpty();
          listed.addAll(as);
        }
      }
    }
    assertThat(without).as("lines without need").isEqualTo(new TreeSet<>(listed));
  }

  private static List<String> members() {
    return ShippedModels.files().stream()
        .filter(model -> !model.name().startsWith("jdk-"))
        .map(FactFile::lines)
        .flatMap(lines -> lines.keySet().stream())
        .filter(key -> key.contains("#"))
        .toList();
  }

  /** How a line may call a member: itself, its type, the types of its package. */
  private static List<String> names(String key) {
    String type = key.substring(0, key.indexOf('#'));
    String top = type.replaceFirst("\\$.*", "");
    return List.of(key, type, top, top.substring(0, top.lastIndexOf('.')) + ".*");
  }

  private static boolean has(String key, ClassFiles files) {
    int hash = key.indexOf('#');
    return has(key.substring(0, hash), key.substring(hash + 1), files);
  }

  /** Whether the type or one that it extends declares the member. */
  private static boolean has(String type, String member, ClassFiles files) {
    ClassInfo info = files.find(type).orElse(null);
    return info != null
        && (member.equals("*")
            || info.methods().stream().anyMatch(method -> isCalled(member, method.ref()))
            || Stream.concat(info.superName().stream(), info.interfaces().stream())
                .anyMatch(above -> has(above, member, files)));
  }

  private static boolean isCalled(String member, MethodRef method) {
    return member.equals(method.signature()) || member.equals(method.name());
  }

  @Test
  void outlinesHaveNoCode() throws IOException {
    try (ClassFiles files = ClassFiles.open(List.of(jar), 0)) {
      ClassInfo info = files.find("reactor.core.publisher.Mono").orElseThrow();
      assertThat(info.methods()).isNotEmpty().allMatch(method -> method.body().isEmpty());
    }
  }

  @Test
  void outlinesSpeakOfLibrariesOnly() throws IOException {
    try (FileSystem root = FileSystems.newFileSystem(jar);
        Stream<Path> classes = Files.walk(root.getPath("/"))) {
      assertThat(classes.map(Path::toString).filter(name -> name.endsWith(".class")))
          .isNotEmpty()
          .noneMatch(name -> name.startsWith("/java/") || name.startsWith("/org/lockkeeper/"));
    }
  }
}
