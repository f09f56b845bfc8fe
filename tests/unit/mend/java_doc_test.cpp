// Documentation comments that javadoc refuses.
#include "story.h"

namespace regreen::story {
namespace {

// The caret stands under `word` in the line that holds `in`.
Occurrence refused(const std::string& text, const std::string& what, const std::string& in, const std::string& word) {
  const auto lines = split_lines(text);
  std::size_t number = 1;
  while (number < lines.size() && !contains(lines[number - 1], in)) ++number;
  auto one = said("src/Till.java:" + std::to_string(number) + ": error: " + what,
                  {{"file", "src/Till.java"}, {"line", std::to_string(number)}, {"detail", what}},
                  {{"src/Till.java", number, 0}});
  one.after = {std::string(lines[number - 1]), std::string(lines[number - 1].find(word), ' ') + "^"};
  return one;
}

std::string documented(const std::string& text, std::vector<Occurrence> all) {
  const auto after = mended("java.fix-documentation", Files{{"src/Till.java", text}}, diagnosis_of(std::move(all)));
  return after.empty() ? "nothing" : after.at("src/Till.java");
}

std::string method(const std::string& tags, const std::string& head) {
  return "class Till {\n    /**\n     * Adds.\n     *\n" + tags + "     */\n    " + head + " {\n    }\n}\n";
}

const std::string no_name = "@param name not found";

TEST(JavaDocumentation, ParametersAreToldOfByTheirNamesOfToday) {
  const auto head = std::string("@Deprecated(since = \"2\") void add(final Map<String, Integer> celsius, int... hold)");
  const auto text = method("     * @param temperature where to\n     * @param minutes how long\n", head);
  EXPECT_EQ(documented(text, {refused(text, no_name, "temperature", "temperature"),
                              refused(text, no_name, "minutes", "minutes")}),
            method("     * @param celsius where to\n     * @param hold how long\n", head));
  const auto one = method("     * @param celsius where to\n     * @param holdMinutes how long\n", head);
  EXPECT_EQ(documented(one, {refused(one, no_name, "Minutes", "holdMinutes")}),
            method("     * @param celsius where to\n     * @param hold how long\n", head));
  const auto near = method("     * @param celsuis where to\n     * @param minutes how long to hold\n", head);
  EXPECT_EQ(
      documented(near, {refused(near, no_name, "celsuis", "celsuis"), refused(near, no_name, "minutes", "minutes")}),
      method("     * @param celsius where to\n     * @param hold how long to hold\n", head));
  const auto type = method("     * @param <X> kind\n", "<T extends Comparable<T>> void add()");
  EXPECT_EQ(documented(type, {refused(type, no_name, "<X>", "X")}),
            method("     * @param <T> kind\n", "<T extends Comparable<T>> void add()"));
}

TEST(JavaDocumentation, AParameterThatIsGoneIsNotToldOf) {
  const auto text =
      method("     * @param a first\n     * @param b second,\n     *        in metres\n     * @return more\n",
             "int add(int a)");
  EXPECT_EQ(documented(text, {refused(text, no_name, "second", "b second")}),
            method("     * @param a first\n     * @return more\n", "int add(int a)"));
  const auto last = method("     * @param b second\n", "void add()");
  EXPECT_EQ(documented(last, {refused(last, no_name, "second", "b second")}),
            "class Till {\n    /**\n     * Adds.\n     */\n    void add() {\n    }\n}\n");
}

TEST(JavaDocumentation, WhichParameterIsMeantHasToBeCertain) {
  const auto fewer = method("     * @param x first\n", "void add(int a, int b)");
  EXPECT_EQ(documented(fewer, {refused(fewer, no_name, "first", "x first")}), "nothing");
  const auto other = method("     * @param timeout how long to wait\n", "void add(Path file)");
  EXPECT_EQ(documented(other, {refused(other, no_name, "timeout", "timeout")}), "nothing") << "another parameter";
  const auto turned = method("     * @param b second\n     * @param x first\n", "void add(int a, int b)");
  EXPECT_EQ(documented(turned, {refused(turned, no_name, "first", "x first")}), "nothing");
}

TEST(JavaDocumentation, TagsAboutWhatIsNotThere) {
  const auto text =
      method("     * @param a first\n     * @return nothing\n     * @throws IOException never\n", "void add(int a)");
  EXPECT_EQ(documented(text, {refused(text, "invalid use of @return", "@return", "@return"),
                              refused(text, "exception not thrown: java.io.IOException", "@throws", "IOException")}),
            method("     * @param a first\n", "void add(int a)"));
  const auto slip = method("     * @returns more\n     * @throw X never\n     * @todo later\n", "int add()");
  EXPECT_EQ(documented(slip, {refused(slip, "unknown tag: returns", "@returns", "@returns"),
                              refused(slip, "unknown tag. Mistyped @throws or an unregistered custom tag?", "@throw ",
                                      "@throw"),
                              refused(slip, "unknown tag: todo", "@todo", "@todo")}),
            method("     * @return more\n     * @throws X never\n     * @todo later\n", "int add()"));
}

TEST(JavaDocumentation, SignsThatAreMeantAsTheyStand) {
  const auto text =
      method("     * a & b, x < y, z -> w, List<String> c<p/>d<br />e <tt>f</tt> <b/> <foo>\n", "int add()");
  EXPECT_EQ(
      documented(text,
                 {refused(text, "bad HTML entity", "a & b", "&"), refused(text, "malformed HTML", "x <", "< y"),
                  refused(text, "bad use of '>'", "->", "> w"), refused(text, "unknown tag: String", "List", "<String"),
                  refused(text, "self-closing element not allowed", "<p/>", "<p/>"),
                  refused(text, "self-closing element not allowed", "<br />", "<br />"),
                  refused(text, "self-closing element not allowed", "<b/>", "<b/>"),
                  refused(text, "tag not supported in HTML5: tt", "<tt>", "<tt>"),
                  refused(text, "unknown tag: foo", "<foo>", "<foo>")}),
      method("     * a &amp; b, x &lt; y, z -&gt; w, {@code List<String>} c<p>d<br>e <code>f</code> <b/> <foo>\n",
             "int add()"));
}

TEST(JavaDocumentation, AllOfAKindOnALine) {
  const auto both = method("     * a && b, c &lt; d {@code e && f} &amp g\n", "int add()");
  EXPECT_EQ(documented(both, {refused(both, "bad HTML entity", "a &&", "&&")}),
            method("     * a &amp;&amp; b, c &lt; d {@code e && f} &amp;amp g\n", "int add()"));
  const auto types = method("     * Map<String, Integer>, List<List<String>>, x < y\n", "int add()");
  EXPECT_EQ(documented(types, {refused(types, "malformed HTML", "Map", "<String"),
                               refused(types, "unknown tag: String", "Map", "<String>>")}),
            method("     * {@code Map<String, Integer>}, {@code List<List<String>>}, x &lt; y\n", "int add()"));
  const auto alone = method("     * a<p/>b<br/>{@code <p/>} <tt>c</tt> <tt>d</tt>\n", "int add()");
  EXPECT_EQ(documented(alone, {refused(alone, "self-closing element not allowed", "<p/>", "<p/>"),
                               refused(alone, "tag not supported in HTML5: tt", "<tt>", "<tt>")}),
            method("     * a<p>b<br>{@code <p/>} <code>c</code> <code>d</code>\n", "int add()"));
  const auto closed = method("     * <b>Map<String, Integer></b> -> a > b\n", "int add()");
  EXPECT_EQ(documented(closed, {refused(closed, "bad use of '>'", "Map", "></b>")}),
            method("     * <b>Map<String, Integer></b> -&gt; a &gt; b\n", "int add()"));
}

}  // namespace
}  // namespace regreen::story
