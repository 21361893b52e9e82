using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen.Tests;

/// <summary>
/// Five features to three classes with softmax cross-entropy, written by hand in the form of generated code: its kernels are plain loops,
/// its weight is stored [in][out padded to 16].
/// </summary>
internal sealed class LinearClassifier(int seed = 0, bool withStatistics = false, string? needsTwoSamples = null)
    : Network(Describe(withStatistics) with { LayerThatNeedsTwoSamples = needsTwoSamples }, seed)
{
    public const int Features = 5;
    public const int Classes = 3;
    private const int Row = 16;
    private const int Bias = Features * Row;

    // Offsets a sample in the training arena.
    private const int Input = 0;
    private const int Output = 16;
    private const int OutputGradient = 32;
    private const int InputGradient = 48;

    private static readonly Kernel ForwardKernel = Forward;
    private static readonly Kernel WeightKernel = BackwardWeight;
    private static readonly Kernel InputKernel = BackwardInput;
    private static readonly Kernel LossIndexKernel = LossIndex;
    private static readonly Kernel LossValuesKernel = LossValues;

    public Parameter Weight => Parameter(0);

    protected override void RunPredict(Workspace workspace) => workspace.Run(ForwardKernel, workspace.Samples);

    protected override void RunForward(Workspace workspace) => workspace.Run(ForwardKernel, workspace.Samples);

    protected override void RunBackward(Workspace workspace)
    {
        workspace.Run(WeightKernel, Features + 1);
        workspace.Run(InputKernel, workspace.Samples);
    }

    protected override void RunLossIndex(Workspace workspace) => LossIndexKernel(workspace, 0, workspace.Samples);

    protected override void RunLossValues(Workspace workspace) => LossValuesKernel(workspace, 0, workspace.Samples);

    protected override GroupDescription[] DescribeGroups() =>
    [
        .. GroupDescription.InPass(Pass.Forward, [new(ForwardKernel, "fc", Features * Classes, "Forward")]),
        .. GroupDescription.InPass(
            Pass.Backward,
            [
                new(WeightKernel, "fc", Features * Classes, "WeightGradient"),
                new(InputKernel, multiplyAdds: Features * Classes, method: "InputGradient"),
            ]),
    ];

    private static NetworkDescription Describe(bool withStatistics) => new(
        "LinearClassifier",
        [Features],
        [Classes],
        new LossDescription("CrossEntropy", LabelForm.Index | LabelForm.Values, 1, Classes, TargetIsInput: false),
        [
            new TensorDescription("fc.weight", [Classes, Features], 0, [1, Row], Features * Row, Initialization.Uniform(0.447f)),
            new TensorDescription("fc.bias", [Classes], Bias, [1], Row, Initialization.Uniform(0.447f)),
        ],
        Bias + Row,
        withStatistics
            ?
            [
                new TensorDescription("bn.running_mean", [Classes], 0, [1], Row, Initialization.Zeros),
                new TensorDescription("bn.running_var", [Classes], Row, [1], Row, Initialization.Ones),
                new TensorDescription("bn.num_batches_tracked", [], 2 * Row, [], Row, Initialization.Zeros),
            ]
            : [],
        withStatistics ? 3 * Row : 0,
        new ProgramPlan(32, 0, Input, Output, -1, -1, -1, -1),
        new ProgramPlan(64, 0, Input, Output, OutputGradient, InputGradient, -1, -1),
        new ProgramPlan(0, 16, -1, -1, -1, -1, -1, 0),
        new ProgramPlan(16, 16, -1, -1, -1, -1, 0, 0));

    private static void Forward(Workspace w, int begin, int end)
    {
        for (int b = begin; b < end; b++)
        {
            ref float x = ref Unsafe.Add(ref w.Activation(Input), b * Features);
            ref float y = ref Unsafe.Add(ref w.Activation(Output), b * Classes);
            for (int o = 0; o < Classes; o++)
            {
                float sum = w.Parameter(Bias + o);
                for (int i = 0; i < Features; i++)
                    sum += Unsafe.Add(ref x, i) * w.Parameter((i * Row) + o);
                Unsafe.Add(ref y, o) = sum;
            }
        }
    }

    // One work item for each input feature and one for the bias: each is summed over the batch by one thread.
    private static void BackwardWeight(Workspace w, int begin, int end)
    {
        for (int i = begin; i < end; i++)
        {
            for (int o = 0; o < Classes; o++)
            {
                float sum = 0;
                for (int b = 0; b < w.Samples; b++)
                {
                    float x = i == Features ? 1 : Unsafe.Add(ref w.Activation(Input), (b * Features) + i);
                    sum += x * Unsafe.Add(ref w.Activation(OutputGradient), (b * Classes) + o);
                }

                w.Gradient((i * Row) + o) = sum;
            }
        }
    }

    private static void BackwardInput(Workspace w, int begin, int end)
    {
        for (int b = begin; b < end; b++)
        {
            for (int i = 0; i < Features; i++)
            {
                float sum = 0;
                for (int o = 0; o < Classes; o++)
                    sum += w.Parameter((i * Row) + o) * Unsafe.Add(ref w.Activation(OutputGradient), (b * Classes) + o);
                Unsafe.Add(ref w.Activation(InputGradient), (b * Features) + i) = sum;
            }
        }
    }

    private static void LossIndex(Workspace w, int begin, int end) => Loss(w, begin, end, -1);

    private static void LossValues(Workspace w, int begin, int end) => Loss(w, begin, end, w.Plan.Target);

    private static void Loss(Workspace w, int begin, int end, long target)
    {
        float loss = 0;
        for (int b = begin; b < end; b++)
        {
            ref float y = ref Unsafe.Add(ref w.Prediction, b * Classes);
            ref float dy = ref Unsafe.Add(ref w.PredictionGradient, b * Classes);
            float sum = 0;
            for (int o = 0; o < Classes; o++)
                sum += MathF.Exp(Unsafe.Add(ref y, o));
            for (int o = 0; o < Classes; o++)
            {
                float wanted = target < 0
                    ? (w.Labels[b] == o ? 1 : 0)
                    : Unsafe.Add(ref w.Activation(target), (b * Classes) + o);
                loss -= wanted * (Unsafe.Add(ref y, o) - MathF.Log(sum)) / w.Samples;
                Unsafe.Add(ref dy, o) = ((MathF.Exp(Unsafe.Add(ref y, o)) / sum) - wanted) / w.Samples;
            }
        }

        w.Scratch(0) = loss;
    }
}
