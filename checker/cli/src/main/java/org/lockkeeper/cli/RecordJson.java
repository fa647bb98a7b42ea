package org.lockkeeper.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lockkeeper.ir.Place;

/**
 * Records to JSON and back: objects with the components in their order; where an interface has
 * several kinds of records, {@code is} tells which. Of other types there are strings, integers,
 * booleans, enums, lists and places. Makes objects of no class that the wanted type does not name.
 */
final class RecordJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String KIND = "is";

  private RecordJson() {}

  /**
   * As JSON.
   *
   * @throws IllegalArgumentException for an object of another type
   */
  static JsonNode write(Object value) {
    if (value == null) {
      return JSON.nullNode();
    } else if (value instanceof String text) {
      return JSON.textNode(text);
    } else if (value instanceof Integer number) {
      return JSON.numberNode(number);
    } else if (value instanceof Boolean truth) {
      return JSON.booleanNode(truth);
    } else if (value instanceof Enum<?> constant) {
      return JSON.textNode(constant.name());
    } else if (value instanceof List<?> several) {
      ArrayNode array = JSON.arrayNode();
      several.forEach(each -> array.add(write(each)));
      return array;
    } else if (value instanceof Place place) {
      return place(place);
    } else if (value instanceof Record each) {
      return record(each);
    }
    throw new IllegalArgumentException("cannot write " + value.getClass());
  }

  private static ObjectNode place(Place place) {
    ObjectNode node = JSON.objectNode();
    node.set("root", write(place.root()));
    node.put("rootType", place.rootType());
    node.set("path", write(place.path()));
    return node.put("type", place.type());
  }

  private static ObjectNode record(Record value) {
    ObjectNode node = JSON.objectNode();
    if (Arrays.stream(value.getClass().getInterfaces()).anyMatch(Class::isSealed)) {
      node.put(KIND, value.getClass().getSimpleName());
    }
    for (RecordComponent each : value.getClass().getRecordComponents()) {
      try {
        node.set(each.getName(), write(each.getAccessor().invoke(value)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(e);
      }
    }
    return node;
  }

  /**
   * From JSON.
   *
   * @throws IllegalArgumentException when it is no such object; the message says why
   */
  static Object read(JsonNode node, Type wanted) {
    if (node == null || node.isNull()) {
      return null;
    } else if (wanted instanceof ParameterizedType list && list.getRawType() == List.class) {
      List<Object> all = new ArrayList<>();
      node.forEach(each -> all.add(read(each, list.getActualTypeArguments()[0])));
      return List.copyOf(all);
    }
    Class<?> type = (Class<?>) wanted;
    if (type == String.class && node.isTextual()) {
      return node.textValue();
    } else if (type == int.class && node.isInt()) {
      return node.intValue();
    } else if (type == boolean.class && node.isBoolean()) {
      return node.booleanValue();
    } else if (type.isEnum()) {
      return constant(type, node.asText());
    } else if (type == Place.class && node.isObject()) {
      return place(node);
    } else if (type.isSealed() && node.isObject()) {
      return read(node, kind(type, node.path(KIND).asText()));
    } else if (type.isRecord() && node.isObject()) {
      return record(node, type);
    }
    throw new IllegalArgumentException("no " + type.getSimpleName() + ": " + node);
  }

  private static Object constant(Class<?> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> ((Enum<?>) each).name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + " " + name));
  }

  private static Class<?> kind(Class<?> type, String name) {
    return Arrays.stream(type.getPermittedSubclasses())
        .filter(each -> each.getSimpleName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + " " + name));
  }

  private static Place place(JsonNode node) {
    Place.Root root = (Place.Root) read(node.get("root"), Place.Root.class);
    Place place = Place.of(root, text(node, "rootType"));
    String type = text(node, "type");
    for (JsonNode each : node.path("path")) {
      Place.Step step = (Place.Step) read(each, Place.Step.class);
      place =
          place.then(step, type).orElseThrow(() -> new IllegalArgumentException("path too long"));
    }
    return place;
  }

  private static String text(JsonNode node, String field) {
    if (!node.path(field).isTextual()) {
      throw new IllegalArgumentException("lacks " + field + ": " + node);
    }
    return node.path(field).textValue();
  }

  private static Object record(JsonNode node, Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      if (!node.has(components[i].getName())) {
        throw new IllegalArgumentException("lacks " + components[i].getName() + ": " + node);
      }
      types[i] = components[i].getType();
      values[i] = read(node.get(components[i].getName()), components[i].getGenericType());
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + ": " + node, e);
    }
  }
}
