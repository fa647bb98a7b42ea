package org.lockkeeper.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lockkeeper.ir.MethodRef;

class ShippedModelsTest {
  /** The release that a member of jdk-newer.facts may need. */
  private static final int NEWEST = 25;

  static List<FactFile> files() {
    return ShippedModels.files();
  }

  static List<FactFile> jdk() {
    return files().stream().filter(f -> f.name().startsWith("jdk-")).toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void readBackAsWritten(FactFile file) {
    assertThat(file.lines()).isNotEmpty();
    assertThat(FactFile.parse(file.name(), file.text())).isEqualTo(file);
  }

  @Test
  void theIndexNamesEveryFile() throws Exception {
    Path folder = Path.of(getClass().getResource("/models/index").toURI()).getParent();
    try (Stream<Path> all = Files.list(folder)) {
      List<String> names =
          all.map(p -> p.getFileName().toString()).filter(n -> n.endsWith(".facts")).toList();
      assertThat(files()).extracting(FactFile::name).containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @ParameterizedTest
  @MethodSource("jdk")
  void whatIsSaidOfTheJdkIsAboutRealMembers(FactFile file) {
    boolean newer = file.name().equals("jdk-newer.facts");
    assumeTrue(!newer || Runtime.version().feature() >= NEWEST);
    List<String> unknown =
        file.lines().keySet().stream().filter(key -> !exists(key)).collect(Collectors.toList());
    assertThat(unknown).isEmpty();
  }

  private static boolean exists(String key) {
    int hash = key.indexOf('#');
    if (key.endsWith(".*")) {
      return true;
    }
    try {
      Class<?> type =
          Class.forName(
              hash < 0 ? key : key.substring(0, hash), false, ClassLoader.getPlatformClassLoader());
      String member = hash < 0 ? "*" : key.substring(hash + 1);
      return member.equals("*") || members(type).contains(member);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Names and signatures of all that the type declares or inherits. */
  private static Set<String> members(Class<?> type) {
    List<Executable> all = new ArrayList<>(Arrays.asList(type.getMethods()));
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      all.addAll(Arrays.asList(c.getDeclaredMethods()));
    }
    Set<String> names = all.stream().map(Executable::getName).collect(Collectors.toSet());
    all.forEach(m -> names.add(signature(m, m.getName())));
    for (Executable each : type.getDeclaredConstructors()) {
      names.addAll(List.of("<init>", signature(each, "<init>")));
    }
    for (Field each : type.getDeclaredFields()) {
      names.add(each.getName());
    }
    return names;
  }

  private static String signature(Executable m, String name) {
    List<String> params = Arrays.stream(m.getParameterTypes()).map(Class::getTypeName).toList();
    return new MethodRef("T", name, params, "void").signature();
  }
}
