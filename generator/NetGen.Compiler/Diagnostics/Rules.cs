namespace NetGen.Compiler.Diagnostics;

/// <summary>
/// All rules. Hundreds: 0 the class and its blocks, 1 shapes and sizes, 2 names, 3 loss, labels and data sets, 4 advice, 9 the
/// compiler itself. A new one also needs a page in generator/docs, a line in AnalyzerReleases.Unshipped.md, and a test.
/// </summary>
internal static class Rules
{
    public static readonly Rule NotPartial = new("NG0001", "A network's class is partial",
        "'{0}' is a network, and the other part of it is generated: declare it 'partial'.");

    public static readonly Rule ContainerNotPartial = new("NG0002", "A type around a network is partial",
        "'{0}' contains the network '{1}', and a part of both is generated: declare '{0}' 'partial'.");

    public static readonly Rule LayersOnTwoParts = new("NG0003", "Layers are on one declaration",
        "'{0}' has layers on two of its parts, and between parts there is no order. Write all of them on one declaration.");

    public static readonly Rule Generic = new("NG0004", "A network is not generic",
        "'{0}' is generic or stands in a generic type, and a network's sizes are fixed when it is compiled. Leave the type parameters "
            + "out.");

    public static readonly Rule WrongKindOfClass = new("NG0005", "A network is a plain class",
        "'{0}' is {1}, and a network is a class that can be created. Declare it 'public partial class {0}'.");

    public static readonly Rule OtherBaseClass = new("NG0006", "A network derives from NetGen.Network",
        "'{0}' derives from '{1}', but a network derives from NetGen.Network. Leave the base class out: the generated part states it.");

    public static readonly Rule NoInput = new("NG0007", "A network has an input",
        "'{0}' has no [Input]. Write it before the first layer, with the sizes of one sample: [Input(1, 28, 28)].");

    public static readonly Rule InputNotFirst = new("NG0008", "The input comes first",
        "[Input] comes first and once; here it stands after {0}.");

    public static readonly Rule LossNotLast = new("NG0009", "The loss and the stated output come last",
        "[{0}] comes last and once; here {1} stands after it.");

    public static readonly Rule NoLayers = new("NG0010", "A network has layers",
        "'{0}' has no layer. Write the first one after [Input]: [Linear(10)].");

    public static readonly Rule NotInBlock = new("NG0011", "A block has layers only",
        "[{0}] has no place on the block '{1}': a block takes the shape that comes in, and the network states its own input and loss.");

    public static readonly Rule RecursiveBlock = new("NG0012", "A block does not contain itself",
        "The block '{0}' contains itself ({1}), so it has no end.");

    public static readonly Rule ParameterName = new("NG0013", "A block's parameter does not hide another name",
        "The parameter '{0}' of the block '{1}' becomes the constant '{2}', which {3}. Rename it.");

    public static readonly Rule BlockWithoutSource = new("NG0014", "A block of another assembly is described there",
        "The block '{0}' comes from another assembly, where its layers cannot be read: {1}.");

    public static readonly Rule OperandNeedsArguments = new("NG0015", "An operand needs no arguments",
        "'{0}' has the required parameter '{1}' and cannot be an operand. Give the use a name: [{0}(…)] partial class My{0} : Block;");

    public static readonly Rule ExpressionWithoutValue = new("NG0016", "A constant expression has a value",
        "The expression for {0} {1}.");

    public static readonly Rule GenericBlock = new("NG0017", "A block is not generic",
        "The block '{0}' is generic or stands in a generic type. What varies is a parameter: partial class {0}(int width) : Block.");

    public static readonly Rule NestedBlock = new("NG0018", "A nested block is used within its block",
        "'{0}' is nested in '{1}', whose parameters it sees, and can be used only there.");

    public static readonly Rule StrayLayers = new("NG0019", "Layers are on a network or a block",
        "'{0}' has layers, but is neither a network nor a block, so that nothing is made of them. Mark it [Network], or derive it from "
            + "Block.", RuleSeverity.Warning);

    public static readonly Rule GeneratedMember = new("NG0020", "Members leave the generated ones their place",
        "The generated part of '{0}' has {1}. {2}.");

    public static readonly Rule BlockConstructor = new("NG0021", "A block's parameters follow its name",
        "The block '{0}' has a constructor of its own, whose parameters its layers do not see. Write them after its name: partial class "
            + "{0}{1} : Block.");

    public static readonly Rule LanguageVersion = new("NG0022", "A network's project has C# 13 or newer",
        "'{0}' needs C# 13 or newer for its generated part, and this project states C# {1}. Leave <LangVersion> out of the project, or "
            + "state 13.0 or more.");

    public static readonly Rule FileLocalBlock = new("NG0023", "A block with parameters is not local to its file",
        "The block '{0}' is local to its file, and its parameters become constants in another file. Leave 'file' out.");

    public static readonly Rule CannotTake = new("NG0101", "A layer can take the shape that it receives",
        "'{0}' takes {1}, but receives {2}. {3}");

    public static readonly Rule StatedIn = new("NG0102", "The stated input size is the one received",
        "'{0}' states In = {1} but receives {2} {3} ({4}). {5}");

    public static readonly Rule StatedShape = new("NG0103", "The stated shape is the one received",
        "[Shape({0})] is stated, but the shape here is {1}. Did you mean [Shape({2})]?");

    public static readonly Rule StatedOutput = new("NG0104", "The stated output is the one computed",
        "[Output({0})] is stated, but the network gives {1}. Did you mean [Output({2})]?");

    public static readonly Rule WindowTooLarge = new("NG0105", "A window is not larger than its input",
        "'{0}' has a window that spans {1} in {2}, but its input has {3}{4} ({5}). {6}");

    public static readonly Rule RowsDropped = new("NG0106", "No rows are dropped silently",
        "'{0}' leaves out the last {1} of its input's {2} (window {3}, stride {4}). {5}", RuleSeverity.Warning);

    public static readonly Rule SizeNotPositive = new("NG0107", "Sizes are positive",
        "{0} of '{1}' is {2}; a size is at least 1.");

    public static readonly Rule ValueOutOfRange = new("NG0108", "Options have values that make sense",
        "{0} of '{1}' is {2}; {3}.");

    public static readonly Rule Reshape = new("NG0109", "Reshape keeps the number of values",
        "'{0}' makes {1} of {2} values ({3}), but {4}.");

    public static readonly Rule NumberOfSizes = new("NG0110", "A shape has one to three sizes",
        "[{0}] has {1} sizes. One is a vector (features), two a sequence (steps, features), three an image (channels, height, width); "
            + "there is no kind for {1}.{2}");

    public static readonly Rule TooLarge = new("NG0111", "A network fits into memory",
        "'{0}' has {1} {2}; an array holds at most 2147483647.");

    public static readonly Rule ResidualShapes = new("NG0112", "Both sides of a residual have one shape",
        "'{0}' adds {1} from '{2}' to {3} from {4}. {5}");

    public static readonly Rule SumShapes = new("NG0113", "All operands of a sum have one shape",
        "'{0}' adds {1} from '{2}' to {3} from '{4}'. All operands of Sum give the same shape.");

    public static readonly Rule ConcatShapes = new("NG0114", "Operands of a concatenation differ in one axis only",
        "'{0}' joins {1} from '{2}' to {3} from '{4}' along {5}. All other sizes must be the same.");

    public static readonly Rule MultiplyShapes = new("NG0115", "Operands of a product have one shape, or size 1",
        "'{0}' multiplies {1} from '{2}' with {3} from '{4}'. Sizes are the same, or 1, which is stretched.");

    public static readonly Rule InputOrder = new("NG0116", "Sizes of an input are channels first",
        "{0} has {1} channels of {2}. Sizes are channels first: did you mean {3}?", RuleSeverity.Warning);

    public static readonly Rule Budget = new("NG0117", "A network keeps its budget",
        "'{0}' has {1} {2}, and its budget is {3}. Most are in {4}.");

    public static readonly Rule NothingLeft = new("NG0118", "Something is left of an image",
        "'{0}' gives nothing in {1}: its windows reach over {2} ({3}), and its padding cuts off {4}. Use less padding or a larger window.");

    public static readonly Rule FromName = new("NG0120", "From names what stands before it",
        "{0} has nothing to go on with: {1}.{2}");

    public static readonly Rule FromPlace = new("NG0121", "From begins an operand",
        "[{0}] stands first in a block that is an operand of a composition, such as Skip of [Concat<Identity, Skip>]; here it would drop "
            + "what comes in.");

    public static readonly Rule Unread = new("NG0122", "What an input or a layer gives is read",
        "{0}. {1}");

    public static readonly Rule OperandShape = new("NG0123", "A layer can take what its operand gives",
        "'{0}' gets {2} from '{1}' ({3}): {4}.");

    public static readonly Rule Stream = new("NG0124", "A stream takes one step after the other",
        "[Network(Stream = true)] asks for a stream, but {0}: {1}.");

    public static readonly Rule HeadShapes = new("NG0125", "Mean and log variance have one shape",
        "'{0}' draws each element from a mean and a log variance, but '{2}' gives {1} and '{4}' gives {3}.");

    public static readonly Rule DuplicateName = new("NG0201", "Names are unique",
        "The name '{0}' is taken: {1} has it already.");

    public static readonly Rule InvalidName = new("NG0202", "Names are made of identifiers",
        "'{0}' cannot be a name. A name has parts of letters, digits and underscores, with dots between them: \"layer1.0.conv\".");

    public static readonly Rule MemberClash = new("NG0203", "Names stay different as C# members",
        "The names '{0}' and '{1}' both become the member '{2}'. Rename one.");

    public static readonly Rule UnknownLayer = new("NG0204", "A layer's name is known",
        "There is no layer '{0}'. Did you mean '{1}'?");

    public static readonly Rule Tied = new("NG0205", "A tied layer shares the weight of one before it",
        "'{0}' cannot share the weight of '{1}': {2}.{3}");

    public static readonly Rule UnknownOption = new("NG0206", "A layer's option is known",
        "[{0}] has no option '{1}'. {2}");

    public static readonly Rule ForeignArguments = new("NG0207", "Arguments are the layer's own",
        "'{0}' does not take {1}. Did you mean [{2}]?{3}");

    public static readonly Rule ForeignType = new("NG0208", "A type's name is known",
        "NetGen has no '{0}'. {1}.");

    public static readonly Rule TokensAndNumbers = new("NG0119", "An input is tokens or numbers",
        "The input is tokens to [{0}] and numbers to [{1}]: it can be one of both. Let an Embedding be the first to read it everywhere.");

    public static readonly Rule LossShape = new("NG0301", "The output fits the loss",
        "'{0}' {1}, but the network gives {2}. {3}");

    public static readonly Rule LossLabels = new("NG0302", "The data set's labels fit the loss",
        "'{0}' takes {1}, but the data set '{2}' has {3}. {4}");

    public static readonly Rule ClassCount = new("NG0303", "The output has one value for each class",
        "The data set '{0}' has {1} classes, but '{2}' gives {3} {4} ({5}). Did you mean {1}?{6}");

    public static readonly Rule DataSetContract = new("NG0304", "A data set states what it holds",
        "'{0}' cannot be an input: {1}.");

    public static readonly Rule SourceNetwork = new("NG0305", "A network that is an input has an output",
        "'{0}' cannot be an input: {1}.");

    public static readonly Rule TargetShape = new("NG0306", "The output has the target's shape",
        "The data set '{0}' has targets of {1}, but the network gives {2}. A loss compares equal shapes, nothing is stretched.");

    public static readonly Rule Vocabulary = new("NG0310", "An embedding has a row for each token",
        "The data set '{0}' has the tokens 0 to {1}, but '{2}' has rows for 0 to {3}. Did you mean {4}?");

    public static readonly Rule PaddedNumbers = new("NG0311", "Padded steps have class labels, or one result for all",
        "'{0}' {1}, and some of '{2}' may be padding, {3}");

    public static readonly Rule NothingLearns = new("NG0312", "A loss has something to teach",
        "'{0}' has the loss '{1}' and nothing that learns: all of its {2} parameters are frozen. Let '{3}' learn, or leave the loss out.");

    public static readonly Rule DataSetMisfit = new("NG0307", "A data set fits the network that it is given to",
        "'{0}' does not fit '{1}': {2}");

    public static readonly Rule SuperfluousActivation = new("NG0308", "A loss gets no activation that it has itself",
        "'{0}' comes before '{1}', which {2}. Leave it out.", RuleSeverity.Warning) { IsAdvice = true };

    public static readonly Rule LossTakes = new("NG0309", "A loss gets the numbers that it takes",
        "'{0}' takes {1}, and '{2}' gives other numbers. {3}", RuleSeverity.Warning) { IsAdvice = true };

    public static readonly Rule SoftmaxOverOneValue = new("NG0401", "A softmax compares several values",
        "'{0}' is over one value ({1}), so it always gives {2}. [Sigmoid] is for two classes in one output.",
            RuleSeverity.Warning) { IsAdvice = true };

    public static readonly Rule TwoActivations = new("NG0402", "One activation stands between two layers",
        "'{0}' comes right after '{1}'. One activation is enough: leave one of them out.", RuleSeverity.Warning) { IsAdvice = true };

    public static readonly Rule NoNonlinearity = new("NG0403", "An activation stands between two linear layers",
        "'{0}' follows '{1}' with no activation between them: both together are one linear layer.",
            RuleSeverity.Warning) { IsAdvice = true };

    public static readonly Rule BiasBeforeBatchNorm = new("NG0404", "A layer before batch norm has no bias",
        "The bias of '{0}' has no effect: '{1}' takes the mean away. State Bias = false.", RuleSeverity.Suggestion) { IsAdvice = true };

    public static readonly Rule DropoutBeforeBatchNorm = new("NG0405", "Dropout comes after batch norm",
        "'{0}' comes before '{1}', which then learns variances that are too large for prediction. Put it after.",
            RuleSeverity.Suggestion) { IsAdvice = true };

    public static readonly Rule WideStride = new("NG0406", "A stride is not larger than its window",
        "'{0}' leaves out {1} of every {2} {3}: its stride is larger than its window, {4}.", RuleSeverity.Warning) { IsAdvice = true };

    public static readonly Rule LayerWithoutEffect = new("NG0407", "A layer changes something",
        "'{0}' changes nothing: {1}.", RuleSeverity.Suggestion) { IsAdvice = true };

    public static readonly Rule ManyParameters = new("NG0408", "Parameters are not far above the samples",
        "'{0}' has {1} parameters, {2} for each of the {3} samples of '{4}'; {5} of them are in '{6}'.",
            RuleSeverity.Suggestion) { IsAdvice = true };

    public static readonly Rule WindowOfTwoSizes = new("NG0409", "Two sizes of a window are its height and width",
        "The window of '{0}' is {1} high and {2} wide. {3}", RuleSeverity.Warning);

    public static readonly Rule MaskEnds = new("NG0410", "Padding is left out before steps are mixed",
        "'{0}' mixes steps and padding, and which steps are padding is not known behind it. [Mean(Axis = 0)] leaves padding "
            + "out.", RuleSeverity.Warning) { IsAdvice = true };

    public static readonly Rule FrozenNothing = new("NG0411", "What is frozen has parameters",
        "'{0}' has no parameters that Frozen = true could keep from learning. Leave it out.",
            RuleSeverity.Suggestion) { IsAdvice = true };

    public static readonly Rule CompilerFailure = new("NG0900", "The compiler of NetGen has failed",
        "Compiling '{0}' failed in {1}: {2}. This is a fault of NetGen; please report it with the network's declaration.");

    public static IReadOnlyList<Rule> All { get; } =
    [
        NotPartial, ContainerNotPartial, LayersOnTwoParts, Generic, WrongKindOfClass, OtherBaseClass, NoInput, InputNotFirst,
        LossNotLast, NoLayers, NotInBlock, RecursiveBlock, ParameterName, BlockWithoutSource, OperandNeedsArguments,
        ExpressionWithoutValue, GenericBlock, NestedBlock, StrayLayers, GeneratedMember, BlockConstructor, LanguageVersion, FileLocalBlock,
        CannotTake, StatedIn, StatedShape, StatedOutput, WindowTooLarge, RowsDropped, SizeNotPositive, ValueOutOfRange,
        Reshape, NumberOfSizes, TooLarge, ResidualShapes, SumShapes, ConcatShapes, MultiplyShapes, InputOrder, Budget, NothingLeft,
        TokensAndNumbers, FromName, FromPlace, Unread, OperandShape, Stream, HeadShapes,
        DuplicateName, InvalidName, MemberClash, UnknownLayer, Tied, UnknownOption, ForeignArguments, ForeignType,
        LossShape, LossLabels, ClassCount, DataSetContract, SourceNetwork, TargetShape, DataSetMisfit,
        SuperfluousActivation, LossTakes, Vocabulary, PaddedNumbers, NothingLearns,
        SoftmaxOverOneValue, TwoActivations, NoNonlinearity, BiasBeforeBatchNorm, DropoutBeforeBatchNorm, WideStride,
        LayerWithoutEffect, ManyParameters, WindowOfTwoSizes, MaskEnds, FrozenNothing,
        CompilerFailure,
    ];

    public static Rule Of(string id) => All.First(rule => rule.Id == id);
}
