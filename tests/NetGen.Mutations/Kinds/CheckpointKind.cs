using NetGen.Mutations.Mutating;
using NetGen.Mutations.Networks;

namespace NetGen.Mutations.Kinds;

/// <summary>Checkpoints, inside an epoch and at the end: training goes on from them to the end.</summary>
internal sealed class CheckpointKind : FileKind
{
    private const int Samples = 10, BatchSize = 4, Epochs = 2;

    private static readonly ArrayDataSet Data = new(
        Enumerable.Range(0, Samples * 5).Select(i => MathF.Sin(i)).ToArray(),
        Enumerable.Range(0, Samples).Select(i => i % 3).ToArray(),
        classes: 3, shape: [5]);

    private readonly string folder;

    public CheckpointKind(string parent)
        : base("checkpoint")
    {
        folder = Path.Combine(parent, "checkpoints");
        Fit(new BirdNet(seed: 1), resumes: false, keep: 100);
        Valid = [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        Directory.Delete(folder, recursive: true);
    }

    public override IReadOnlyList<byte[]> Valid { get; }

    public override string FileName => Path.Combine("checkpoints", "checkpoint-000000000003.safetensors");

    public override byte[] MutateStructure(byte[] file, Draw draw) => SafetensorsMutation.Of(file, "netgen.checkpoint", draw);

    public override void Read(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        var network = new BirdNet(seed: 3);
        var before = new NetworkBits(network);
        try
        {
            Fit(network, resumes: true, keep: 2);
        }
        catch (Exception error) when (error is not NonFiniteLossException)
        {
            before.RequireSame(network, error);
            if (Directory.GetFiles(folder) is not [var only] || !File.ReadAllBytes(only).AsSpan().SequenceEqual(file))
                throw new InvalidOperationException("A checkpoint that was refused is no longer as it was, or has files beside it.", error);
            throw;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public override bool IsExpected(Exception error, string path) => base.IsExpected(error, path) || error is NonFiniteLossException;

    private void Fit(Network network, bool resumes, int keep)
    {
        using Trainer trainer = network.CreateTrainer(new Adam(0.01), BatchSize, threads: 1, seed: 4);
        trainer.Fit(Data, Epochs, new FitOptions
        {
            Checkpoint = new Checkpoint(folder) { EverySteps = 1, Keep = keep },
            Resume = resumes,
            Monitor = FitMonitor.TrainingLoss,
            KeepBest = true,
            EarlyStopping = new EarlyStopping(patience: 100),
            ReduceOnPlateau = new ReduceOnPlateau { Patience = 0 },
        });
    }
}
