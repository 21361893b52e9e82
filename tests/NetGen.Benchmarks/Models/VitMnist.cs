namespace NetGen.Benchmarks.Models;

/// <summary>A vision transformer for digits: 16 patches of 7×7 and a class token, 64 features, four heads.</summary>
[Network]
[Input(1, 28, 28)]
[Conv2d(64, 7, Stride = 7), Flatten(Start = 1), Transpose]
[ClassToken, PositionEmbedding]
[TransformerBlock(heads: 4, Repeat = 4)]
[LayerNorm, Select(0), Linear(10)]
[CrossEntropy]
public partial class VitMnist;
