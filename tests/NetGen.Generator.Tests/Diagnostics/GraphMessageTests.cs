namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Operands that begin elsewhere, several inputs, and lengths.</summary>
public class GraphMessageTests
{
    [Theory]
    [InlineData(
        """Input(8), Linear(4), Concat<Identity, Skip>, Linear(4, Name = "late")""", """[From("late")] partial class Skip : Block;""",
        """NG0120: [From("late")] has nothing to go on with: that element comes after it. There is 'input'.""")]
    [InlineData("""Input(8), Linear(4), Concat<Identity, Skip>""", """[From("linear1")] partial class Skip : Block;""",
        """NG0120: [From("linear1")] has nothing to go on with: nothing before it has that name. There is 'input'.""")]
    [InlineData(
        """Input(8), Twice(Name = "stage1"), Concat<Identity, Skip>""",
        """[From("inner")] partial class Skip : Block; [Linear(4, Name = "inner"), ReLU, Linear(4)] partial class Twice : Block;""",
        """NG0120: [From("inner")] has nothing to go on with: nothing before it has that name. Did you mean 'stage1.inner'?""")]
    [InlineData("Input(8), Linear(4), Concat<Identity, Skip>", """[Linear(4), From("input")] partial class Skip : Block;""",
        """NG0121: [From("input")] stands first in a block that is an operand of a composition, such as Skip of """
            + "[Concat<Identity, Skip>]; here it would drop what comes in.")]
    [InlineData("Input(8), Linear(4), Sum<Skip, Other>", """
        [From("input"), Linear(2)] partial class Skip : Block; [From("input"), Linear(2)] partial class Other : Block;
        """,
        "NG0122: What 'linear1' gives, 4, is read by nothing. Each operand after it begins elsewhere: leave it out, or let an operand "
            + "read it.")]
    [InlineData("Input(8), Linear(4), Sum<Identity, Skip>", """[From("input")] partial class Skip : Block;""",
        "NG0113: 'sum1' adds 8 from 'Skip' to 4 from 'Identity'. All operands of Sum give the same shape.")]
    [InlineData("Input(8), Input(3), Linear(4)", "",
        "NG0108: Name of 'input2' is not stated; each input behind the first has one, by which an operand begins with it.")]
    [InlineData("""Input(8), Input(3, Name = "a b"), Linear(4)""", "",
        "NG0202: 'a b' cannot be a name. A name has parts of letters, digits and underscores, with dots between them: "
            + "\"layer1.0.conv\".")]
    [InlineData("""Input(8), Input(3, Name = "time"), Concat<Identity, Time>, Linear(4, Name = "time")""",
        """[From("time")] partial class Time : Block;""", "NG0201: The name 'time' is taken: an Input has it already.")]
    [InlineData("Input(8, Lengths = true), Linear(4)", "",
        "NG0108: Lengths of 'input' is true; steps have a length, and this input is a vector.")]
    [InlineData("Input(8, PaddingToken = 0, Lengths = true), Embedding(9, 4), Mean(Axis = 0)", "",
        "NG0108: Lengths of 'input' is true; the padding token says already which steps are true.")]
    [InlineData("""Input(6, 8), Input(5, Name = "words"), Attention<Words>(Heads = 2), Mean(Axis = 0)""",
        """[From("words"), Linear(8)] partial class Words : Block;""",
        "NG0123: 'attention1' gets a vector from 'Words' (8): keys are a sequence (steps × features).")]
    [InlineData("""Input(6, 8), Attention<Memory>(Heads = 2, Rotary = true), Mean(Axis = 0)""",
        """[From("input"), ZeroPad(1, 0, Axis = 0)] partial class Memory : Block;""",
        "NG0123: 'attention1' gets a sequence from 'Memory' (7×8): with Rotary = true there are as many keys as queries, 6 "
            + "(6×8, the input).")]
    [InlineData("""Input(5, PaddingToken = 0), Input(5, PaddingToken = 0, Name = "b"), Embedding(9, 4), Sum<Identity, B>, CrossEntropy""",
        """[From("b"), Embedding(9, 4)] partial class B : Block;""",
        "NG0311: 'crossentropy1' has a label for each step, and some of '5×4 after sum1' may be padding, by several inputs at once, so "
            + "that no one of them says which labels to leave out. Give one result for all steps.")]
    [InlineData("Input(6), Linear(4), Reparameterize<Identity, Spread>", "[Linear(3)] partial class Spread : Block;",
        "NG0125: 'reparameterize1' draws each element from a mean and a log variance, but 'Spread' gives 3 and 'Identity' gives 4.")]
    [InlineData("Input<Net.Pairs>, Linear(5), Reparameterize<Identity, Other>",
        """
        [DataSet, Sample(12), Sample(5, Vocabulary = 9, Name = "other")] public class Pairs;
        [From("other")] partial class Other : Block;
        """,
        "NG0123: 'reparameterize1' gets tokens from 'Other' (5): mean and log variance are numbers, not tokens.")]
    [InlineData("""Input(6), Linear(4, Name = "known"), Linear(3), Reparameterize<Known, Known>""",
        """[From("known")] partial class Known : Block;""",
        "NG0122: What 'linear2' gives, 3, is read by nothing. Each operand after it begins elsewhere: leave it out, or let an operand "
            + "read it.")]
    public async Task A_message_says_what_was_meant(string layers, string blocks, string message) => Assert.Equal(
        [message],
        (await NetworkSource.Diagnose($$"""
            [Network, {{layers}}]
            public partial class Net
            {
                {{blocks}}
            }
            """)).Select(fault => $"{fault.Id}: {fault.GetMessage().Split(" (in ")[0]}"));

    [Theory]
    [InlineData("Input(8), Linear(4), Concat<Identity, Skip>", """[From("input"), Linear(In)] partial class Skip : Block;""")]
    [InlineData("""Input(8, Name = "x"), Linear(4), Concat<Identity, Skip>""", """[From("x")] partial class Skip : Block;""")]
    [InlineData("""Input(8), Repeated(Repeat = 3, Name = "stage"), Linear(4), Concat<Identity, Skip, First>""", """
        [From("stage")] partial class Skip : Block; [From("stage.0.inner")] partial class First : Block;
        [Linear(4, Name = "inner"), ReLU] partial class Repeated : Block;
        """)]
    [InlineData("""Input(8), Concat<Left, Right>""", """
        [Linear(4, Name = "left"), Tanh] partial class Left : Block; [From("left"), Linear(2)] partial class Right : Block;
        """)]
    [InlineData("""Input(4, 6, 6), AdaptiveAvgPool2d(1), Sum<Identity, Skip>(Stretch = true)""",
        """[From("input")] partial class Skip : Block;""")]
    [InlineData("""Input(6, 8, Lengths = true), Input(5, Name = "words"), Attention<Words>(Heads = 2), Mean(Axis = 0)""",
        """[From("words"), Embedding(9, 8)] partial class Words : Block;""")]
    [InlineData("Input(8), Reparameterize<Head, Head>, Linear(2)", "[Linear(4, Name = \"fc\")] partial class Head : Block;")]
    [InlineData("""Input(8, Name = "x"), Linear(4), Reparameterize<Identity, Spread>(Name = "z"), Concat<Identity, Again>, Linear(2)""",
        """[From("x"), Linear(4)] partial class Spread : Block; [From("z")] partial class Again : Block;""")]
    [InlineData("Input<Pairs>, Concat<Identity, Other>, Linear(2), CrossEntropy",
        """[From("other"), Embedding(9, 8), Flatten] partial class Other : Block;""")]
    public async Task What_is_right_has_no_message(string layers, string blocks) => Assert.Empty(
        await NetworkSource.Diagnose($$"""
            [DataSet, Sample(12), Sample(4, Vocabulary = 9, Name = "other"), Classes(2)] public class Pairs;
            [Network, {{layers}}]
            public partial class Net
            {
                {{blocks}}
            }
            """));
}
