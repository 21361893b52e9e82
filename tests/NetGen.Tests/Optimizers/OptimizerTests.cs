using System.Text.Json;
using NetGen.Execution.Tests.Golden;
using NetGen.Runtime;

namespace NetGen.Tests.Optimizers;

public class OptimizerTests
{
    private static readonly JsonElement Cases = GoldenFolder.ReadJson("manifest.json").RootElement.GetProperty("optimizers");

    public static TheoryData<string> CaseNames => [.. Cases.EnumerateArray().Select(entry => entry.GetProperty("case").GetString()!)];

    public static TheoryData<string> Kinds =>
        ["sgd", "momentum", "adam", "adamw", "nadam", "rmsprop", "rmsprop-plain", "adagrad", "adadelta", "lion", "schedule-free", "muon"];

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Follows_PyTorch(string name)
    {
        JsonElement entry = Cases.EnumerateArray().Single(candidate => candidate.GetProperty("case").GetString() == name);
        Optimizer optimizer = Create(entry.GetProperty("op").GetString()!, entry.GetProperty("args"));
        SafetensorsFile file = SafetensorsFile.Read(GoldenFolder.PathOf(entry.GetProperty("tensors").GetString()!));
        float[] start = file["start"].Values;
        float[] gradients = file["grads"].Values;
        float[] after = file["after"].Values;
        int steps = gradients.Length / start.Length;
        Assert.Equal(10, steps);

        var memory = new ParameterMemory(start.Length, 0);
        start.CopyTo(memory.Parameters);
        optimizer.Attach(memory);
        for (int step = 0; step < steps; step++)
        {
            gradients.AsSpan(step * start.Length, start.Length).CopyTo(memory.Gradients);
            optimizer.Step(Workers.Single);
            for (int i = 0; i < start.Length; i++)
            {
                float expected = after[(step * start.Length) + i];
                Assert.Equal(expected, memory.Parameters[i], 1e-4f + (1e-4f * Math.Abs(expected)));
            }

            Assert.All(memory.Parameters[start.Length..].ToArray(), padding => Assert.Equal(0, padding));
        }
    }

    /// <summary>
    /// From 1, with the gradient 1, as worked out by hand: p = 1 - 0.002 · ((1 - μ₁)/(1 - μ₁) + 0.1 μ₂/(1 - μ₁μ₂)), μₜ = 0.9 (1 -
    /// 0.96^(0.004 t)/2).
    /// </summary>
    [Fact]
    public void NAdams_first_step_is_PyTorchs()
    {
        var memory = new ParameterMemory(16, 0);
        memory.Parameters.Fill(1);
        memory.Gradients.Fill(1);
        var optimizer = new NAdam();
        optimizer.Attach(memory);
        optimizer.Step(Workers.Single);
        Assert.Equal(0.9978871f, memory.Parameters[0], 1e-7f);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Any_number_of_threads_gives_the_same_bits(string kind)
    {
        float[] expected = Train(Create(kind), threads: 1);
        Assert.Equal(expected, Train(Create(kind), threads: 2));
        Assert.Equal(expected, Train(Create(kind), threads: 3));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_step_allocates_nothing(string kind)
    {
        Optimizer optimizer = Create(kind);
        var memory = new ParameterMemory(10_000, 0);
        memory.Gradients.Fill(0.1f);
        optimizer.Attach(memory);
        optimizer.Step(Workers.Single);
        long before = GC.GetAllocatedBytesForCurrentThread();
        optimizer.Step(Workers.Single);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>
    /// Where a unit is dead its gradient is 0, and decay alone would let its state sink among the denormal numbers, with which a step takes
    /// ten times as long.
    /// </summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void State_that_fades_becomes_zero(string kind)
    {
        Optimizer optimizer = Create(kind);
        var memory = new ParameterMemory(64, 0);
        memory.Gradients.Fill(1e-18f);
        optimizer.Attach(memory);
        optimizer.Step(Workers.Single);
        memory.Gradients.Clear();
        for (int step = 0; step < 2000; step++)
        {
            optimizer.Step(Workers.Single);
            Assert.DoesNotContain(optimizer.States, state => Array.Exists(state.Span.ToArray(), float.IsSubnormal));
        }
    }

    /// <summary>
    /// What lies behind the trained parameters is frozen: it gets no update and no decay, and has neither gradient nor state.
    /// </summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Frozen_parameters_stay_as_they_are(string kind)
    {
        const int Trained = 4096 + 32;
        Optimizer optimizer = Create(kind);
        var memory = new ParameterMemory(3 * Trained, 0, Trained);
        memory.Parameters.Fill(0.5f);
        memory.Gradients.Fill(0.1f);
        optimizer.Attach(memory, [new(64, 128)]);
        Assert.Equal(Trained, memory.Gradients.Length);
        Assert.All(optimizer.States, state => Assert.Equal(Trained, state.Length));

        optimizer.Step(Workers.Single);
        optimizer.Begin();
        optimizer.Update(64, 128);
        optimizer.End(Workers.Single);
        Assert.All(memory.Parameters[..Trained].ToArray(), value => Assert.NotEqual(0.5f, value));
        Assert.Single(memory.Parameters[..Trained].ToArray().Distinct());
        Assert.All(memory.Parameters[Trained..].ToArray(), value => Assert.Equal(0.5f, value));
    }

    [Theory]
    [InlineData(16, -1)]
    [InlineData(16, 17)]
    public void No_more_is_trained_than_there_is(int size, int trained) =>
        Assert.Throws<ArgumentOutOfRangeException>("trainedSize", () => new ParameterMemory(size, 0, trained));

    [Fact]
    public void Trains_one_network_only()
    {
        var optimizer = new Adam();
        optimizer.Attach(new ParameterMemory(16, 0));
        Assert.Throws<InvalidOperationException>(() => optimizer.Attach(new ParameterMemory(16, 0)));
    }

    [Fact]
    public void Refuses_what_PyTorch_refuses()
    {
        Refuses(() => new SGD(learningRate: -1), "LearningRate");
        Refuses(() => new SGD(learningRate: double.NaN), "LearningRate");
        Refuses(() => new SGD(momentum: -0.1), "momentum");
        Refuses(() => new SGD(weightDecay: -0.1), "weightDecay");
        Refuses(() => new Adam(beta1: 1), "beta1");
        Refuses(() => new AdamW(beta2: -0.1), "beta2");
        Refuses(() => new Adam(epsilon: -1), "epsilon");
        Refuses(() => new NAdam(momentumDecay: -1), "momentumDecay");
        Refuses(() => new RMSprop(alpha: -0.5), "alpha");
        Refuses(() => new Adagrad(learningRateDecay: -1), "learningRateDecay");
        Refuses(() => new Adagrad(initialAccumulatorValue: -1), "initialAccumulatorValue");
        Refuses(() => new Adadelta(rho: 1.5), "rho");
        Refuses(() => new Lion(beta1: 1), "beta1");
        Refuses(() => new Lion(beta2: -1), "beta2");
        Refuses(() => new Muon(learningRate: 0), "learningRate");
        Refuses(() => new Muon(momentum: 1), "momentum");
        Refuses(() => new Muon(adamLearningRate: -1), "adamLearningRate");
        Refuses(() => new Muon(beta2: 1), "beta2");
        Refuses(() => new ScheduleFreeAdamW(beta1: 1), "beta1");
        Refuses(() => new ScheduleFreeAdamW(beta2: 1), "beta2");
        Refuses(() => new ScheduleFreeAdamW(epsilon: 0), "epsilon");
        Refuses(() => new ScheduleFreeAdamW(warmupSteps: -1), "warmupSteps");
        Assert.Throws<ArgumentException>("nesterov", () => new SGD(nesterov: true));

        // Steps are made in floats: 1e-50 is 0 there, and 1e300 infinite.
        Refuses(() => new Adam(epsilon: 1e-50), "epsilon");
        Refuses(() => new NAdam(epsilon: 1e300), "epsilon");
        Refuses(() => new RMSprop(epsilon: 1e-50), "epsilon");
        Refuses(() => new Adagrad(epsilon: 1e-50), "epsilon");
        Refuses(() => new Adadelta(epsilon: 1e-50), "epsilon");
        Refuses(() => new SGD(learningRate: 1e300), "LearningRate");
        Refuses(() => new SGD(momentum: 1e300), "momentum");
        Refuses(() => new SGD(dampening: -1e300), "dampening");
        Refuses(() => new AdamW(weightDecay: 1e300), "weightDecay");
        Refuses(() => new Adagrad(initialAccumulatorValue: 1e300), "initialAccumulatorValue");
        Assert.Throws<ArgumentException>("nesterov", () => new SGD(momentum: 0.9, dampening: 0.1, nesterov: true));

        static void Refuses(Func<Optimizer> create, string argument) =>
            Assert.Equal(argument, Assert.Throws<ArgumentOutOfRangeException>(create).ParamName);
    }

    private static float[] Train(Optimizer optimizer, int threads)
    {
        using var workers = new Workers(threads);
        var memory = new ParameterMemory(50_000, 0);
        var random = new Random(1);
        foreach (ref float parameter in memory.Parameters)
            parameter = random.NextSingle() - 0.5f;
        optimizer.Attach(memory);
        for (int step = 0; step < 3; step++)
        {
            foreach (ref float gradient in memory.Gradients)
                gradient = random.NextSingle() - 0.5f;
            optimizer.Step(workers);
        }

        return memory.Parameters.ToArray();
    }

    private static Optimizer Create(string kind) => kind switch
    {
        "sgd" => new SGD(0.1, weightDecay: 0.01),
        "momentum" => new SGD(0.1, momentum: 0.9, dampening: 0.1),
        "adam" => new Adam(weightDecay: 0.01),
        "adamw" => new AdamW(),
        "nadam" => new NAdam(),
        "rmsprop" => new RMSprop(momentum: 0.9, centered: true),
        "rmsprop-plain" => new RMSprop(),
        "adagrad" => new Adagrad(learningRateDecay: 0.1, initialAccumulatorValue: 0.1),
        "adadelta" => new Adadelta(),
        "muon" => new Muon(weightDecay: 0.1),
        "lion" => new Lion(weightDecay: 0.1),
        "schedule-free" => new ScheduleFreeAdamW(weightDecay: 0.1, warmupSteps: 2),
        _ => throw new ArgumentException($"no optimizer '{kind}'", nameof(kind)),
    };

    private static Optimizer Create(string operation, JsonElement arguments)
    {
        var left = arguments.EnumerateObject().ToDictionary(argument => argument.Name, argument => argument.Value);
        double rate = Number("lr", double.NaN);
        double decay = Number("weight_decay", operation == "AdamW" ? 1e-2 : 0);
        Optimizer optimizer = operation switch
        {
            "SGD" => new SGD(rate, Number("momentum", 0), Number("dampening", 0), decay, Flag("nesterov")),
            "Adam" => new Adam(rate, weightDecay: decay),
            "AdamW" => new AdamW(rate, weightDecay: decay),
            "NAdam" => new NAdam(rate, weightDecay: decay, momentumDecay: Number("momentum_decay", 4e-3)),
            "RMSprop" => new RMSprop(
                rate, Number("alpha", 0.99), weightDecay: decay, momentum: Number("momentum", 0), centered: Flag("centered")),
            "Adagrad" => new Adagrad(rate, Number("lr_decay", 0), decay),
            "Adadelta" => new Adadelta(rate, Number("rho", 0.9), weightDecay: decay),
            _ => throw new ArgumentException(
                $"the manifest names the optimizer '{operation}', which this test does not know", nameof(operation)),
        };
        Assert.Empty(left);
        return optimizer;

        double Number(string name, double otherwise) => left.Remove(name, out JsonElement value) ? value.GetDouble() : otherwise;
        bool Flag(string name) => left.Remove(name, out JsonElement value) && value.GetBoolean();
    }
}
