namespace NetGen.Benchmarks.Models;

/// <summary>A signal of two channels, as of an accelerometer or a microphone: three convolutions over its length.</summary>
[Network]
[Input(2, 1024, Axes = Axes.ChannelsLength)]
[Conv1d(32, 7, Stride = 2, Padding = 3), BatchNorm, ReLU, MaxPool1d(2)]
[Conv1d(64, 5, Padding = 2), BatchNorm, ReLU, MaxPool1d(2)]
[Conv1d(128, 3, Padding = 1), BatchNorm, ReLU]
[Mean(Axis = 1), Linear(10)]
[CrossEntropy]
public partial class Wave;
